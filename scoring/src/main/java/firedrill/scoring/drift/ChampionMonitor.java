package firedrill.scoring.drift;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the champion's scores with that model's own reference. A new champion starts with an empty window, because
 * score distributions of different models are not comparable. Only scores of a calm market count.
 */
public final class ChampionMonitor {

    private final String seedModel;
    private final DriftSettings settings;
    private final Map<String, ReferenceDistribution> references = new LinkedHashMap<>();
    private final SwingMemory swings;
    private String watchedModel;
    private ScoreMonitor monitor;

    /**
     * A monitor of the seed model.
     *
     * @param seedModel its hash
     */
    public ChampionMonitor(String seedModel, ReferenceDistribution reference, DriftSettings settings) {
        this.seedModel = seedModel;
        this.settings = settings;
        this.swings = new SwingMemory(settings);
        this.watchedModel = seedModel;
        this.monitor = new ScoreMonitor(reference, settings);
        references.put(seedModel, reference);
    }

    /** Adds the reference of a model that may become champion. */
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
     * Adds the market of one score, of any model; before the score.
     *
     * @return whether scores count
     */
    public boolean isCalm(double returnZ, double volatilityZ, long timeMillis) {
        return swings.isCalm(returnZ, volatilityZ, timeMillis);
    }

    /**
     * Adds one score of a calm market, as {@link ScoreMonitor#observe} does; scores of other models than the watched one
     * are ignored.
     *
     * @param model hash of the scoring model
     */
    public Optional<DriftReading> observe(String model, double probability, long timeMillis) {
        return model.equals(watchedModel) ? monitor.observe(probability, timeMillis) : Optional.empty();
    }

    /** All references, by hash of the model. */
    public Map<String, ReferenceDistribution> references() {
        return Map.copyOf(references);
    }

    /** The state of the {@link ScoreMonitor}, and behind it the time of the last swing. */
    public long[] save() {
        long[] tiles = monitor.save();
        long[] saved = Arrays.copyOf(tiles, tiles.length + 1);
        saved[tiles.length] = swings.save();
        return saved;
    }

    /**
     * Continues from {@code saved}; after {@link #addReference} and {@link #watchChampion}. Earlier versions saved no
     * swing; the market counts as calm then.
     */
    public void restore(long[] saved) {
        int tiles = monitor.savedLength();
        if (saved.length == tiles + 1) {
            swings.restore(saved[tiles]);
        }
        monitor.restore(saved.length == tiles + 1 ? Arrays.copyOf(saved, tiles) : saved);
    }
}
