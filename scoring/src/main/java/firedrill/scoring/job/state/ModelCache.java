package firedrill.scoring.job.state;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.LoadedDeciders;
import firedrill.scoring.model.artifact.ModelRefusedException;
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
    private final LoadedDeciders loaded = new LoadedDeciders();

    /** @param seed decider whose rules and policy all models share */
    ModelCache(Decider seed, ExecutorService loader) {
        this.seed = seed;
        this.loader = loader;
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
        try {
            Decider decider = seed.withModel(
                    ControlUpdate.announcement(announcement).artifact().open().scorer());
            WarmUp.run(decider, WARM_UP_ROUNDS);
            loaded.install(decider);
        } catch (ModelRefusedException e) {
            LOG.error("an admitted model was refused on loading: {}", e.getMessage());
        } catch (RuntimeException e) {
            // Thrown on the loader, which nobody waits for; decisions must go on whatever is wrong with a model.
            LOG.error("an admitted model failed to load", e);
        }
    }

    /** Drops a model that will not decide again. */
    void evict(String model) {
        loader.execute(() -> loaded.evict(model));
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}
