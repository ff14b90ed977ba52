package firedrill.scoring.job.state;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.LoadJournal;
import firedrill.scoring.engine.LoadedDeciders;
import firedrill.scoring.model.artifact.HeldModels;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loaded models of one subtask. They are opened and warmed up on a thread of their own and published by one
 * reference, which is read once per event, so that a decision uses a complete model or its predecessor.
 */
final class ModelCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

    /** Rounds of {@link WarmUp} for a model that joins a warm job. */
    private static final int WARM_UP_ROUNDS = 4_000;

    private final Decider seed;
    private final ExecutorService loader;
    private final LoadJournal journal;
    private final LoadedDeciders loaded = new LoadedDeciders();
    /** Used by the loader alone, and by {@link #loadNow} before the loader has work. */
    private final HeldModels held = HeldModels.ofThisJvm();
    /** Announcements of models for which there is no memory; a retirement may come after the model that replaces it. */
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();

    /** @param seed decider whose rules and policy all models share */
    ModelCache(Decider seed, ExecutorService loader, LoadJournal journal) {
        this.seed = seed;
        this.loader = loader;
        this.journal = journal;
    }

    LoadedDeciders loaded() {
        return loaded;
    }

    /** Loads a model on the loader's thread. */
    void load(byte[] announcement) {
        loader.execute(() -> loadNow(announcement));
    }

    /** Loads a model before it returns; a failure is logged, and the model's predecessor continues to decide. */
    void loadNow(byte[] announcement) {
        ModelAnnouncement announced = ControlUpdate.announcement(announcement);
        String model = announced.modelHash();
        try (LoadJournal.Attempt ignored = journal.begin(model, LoadJournal.NO_RECORD)) {
            Optional<String> refusal = hold(model, announced.artifact());
            if (refusal.isPresent()) {
                LOG.error("the admitted model {} is not loaded: {}", model, refusal.get());
                waiting.put(model, announcement);
                return;
            }
            Decider decider = seed.withModel(announced.artifact().open().scorer());
            WarmUp.run(decider, WARM_UP_ROUNDS);
            loaded.install(decider);
        } catch (ModelRefusedException e) {
            LOG.error("an admitted model was refused on loading: {}", e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // Thrown on the loader, which nobody waits for; decisions must go on whatever is wrong with a model.
            LOG.error("the admitted model {} failed to load", model, e);
        }
    }

    /** Counts the model before it is built; the reason if there is no memory for it. */
    private Optional<String> hold(String model, ModelArtifact artifact) throws ModelRefusedException {
        long bytes = artifact.heldBytes();
        Optional<String> refusal = held.refusal(model, bytes);
        if (refusal.isEmpty()) {
            held.hold(model, bytes);
        }
        return refusal;
    }

    /** Drops a model that will not decide again, and loads those that waited for its memory. */
    void evict(String model) {
        loader.execute(() -> {
            loaded.evict(model);
            held.release(model);
            waiting.remove(model);
            List<byte[]> others = List.copyOf(waiting.values());
            waiting.clear();
            others.forEach(this::loadNow);
        });
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}
