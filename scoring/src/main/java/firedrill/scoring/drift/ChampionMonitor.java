package firedrill.scoring.drift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the scores of whoever is champion with that model's own reference; a new champion begins with an empty window,
 * because its scores were never like those of the old one.
 */
public final class ChampionMonitor {

    private final String seedModel;
    private final DriftSettings settings;
    private final Map<String, ReferenceDistribution> references = new LinkedHashMap<>();
    private String watchedModel;
    private ScoreMonitor monitor;

    /**
     * One that watches the model that the scorer was started with.
     *
     * @param founder that model's hash
     */
    public ChampionMonitor(String founder, ReferenceDistribution reference, DriftSettings settings) {
        this.seedModel = founder;
        this.settings = settings;
        this.watchedModel = founder;
        this.monitor = new ScoreMonitor(reference, settings);
        references.put(founder, reference);
    }

    /** Tells how the scores of {@code model} fell when it was made. */
    public void addReference(String model, ReferenceDistribution reference) {
        references.putIfAbsent(model, reference);
    }

    /**
     * Switches to another champion; ignored while its reference is unknown.
     *
     * @param championHash empty for the seed model
     */
    public void watchChampion(Optional<String> championHash) {
        String champion = championHash.orElse(seedModel);
        ReferenceDistribution reference = references.get(champion);
        if (!champion.equals(watchedModel) && reference != null) {
            watchedModel = champion;
            monitor = new ScoreMonitor(reference, settings);
        }
    }

    /**
     * Takes one score in, as {@link ScoreMonitor#observe} does; that of any other model than the watched one is ignored.
     *
     * @param model that gave the score
     */
    public Optional<DriftReading> observe(String model, double probability, long timeMillis) {
        return model.equals(watchedModel) ? monitor.observe(probability, timeMillis) : Optional.empty();
    }

    /** All that were told. */
    public Map<String, ReferenceDistribution> references() {
        return Map.copyOf(references);
    }

    /** See {@link ScoreMonitor#save}. */
    public long[] save() {
        return monitor.save();
    }

    /** See {@link ScoreMonitor#restore}; after {@link #addReference} and {@link #watchChampion}. */
    public void restore(long[] saved) {
        monitor.restore(saved);
    }
}
