package firedrill.scoring.job.state;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that one subtask has ready: opened and warmed up on a thread of their own, published by one reference.
 *
 * <p>Whoever decides reads that reference once per event and sees either all of a model or nothing of it.
 */
final class ModelCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

    /** Rounds of {@link WarmUp} for a model that joins a warm job. */
    private static final int WARM_UP_ROUNDS = 4_000;

    private final Decider seedDecider;
    private final ExecutorService loader;
    /** By the hash of their model; a new map for each change. */
    private volatile Map<String, Decider> deciders = Map.of();

    /** @param founder with the rules and the policy that every model decides with */
    ModelCache(Decider founder, ExecutorService loader) {
        this.seedDecider = founder;
        this.loader = loader;
    }

    /** The one reference: deciders by the hash of their model. */
    Map<String, Decider> deciders() {
        return deciders;
    }

    /** Makes a model ready, sometime soon. */
    void load(byte[] announcement) {
        loader.execute(() -> loadNow(announcement));
    }

    /** Makes a model ready before it returns. */
    void loadNow(byte[] announcement) {
        try {
            Decider decider = seedDecider.withModel(
                    ControlUpdate.announcement(announcement).artifact().open().scorer());
            WarmUp.run(decider, WARM_UP_ROUNDS);
            publish(decider.modelHash(), decider);
        } catch (ModelRefusedException impossible) {
            // The registrar opened the same bytes; whatever changed since, the champion goes on.
            LOG.error("a model that passed its checks does not open here: {}", impossible.getMessage());
        }
    }

    /** Forgets a model that will never decide again. */
    void evict(String model) {
        loader.execute(() -> publish(model, null));
    }

    private synchronized void publish(String model, @Nullable Decider decider) {
        Map<String, Decider> next = new HashMap<>(deciders);
        if (decider == null) {
            next.remove(model);
        } else {
            next.put(model, decider);
        }
        deciders = Map.copyOf(next);
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}
