package firedrill.scoring.engine;

import firedrill.scoring.decision.Decider;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deciders whose models are loaded, published by one reference: a reader on another thread sees all of a model or
 * nothing of it.
 */
public final class LoadedDeciders {

    /** Replaced as a whole by each change. */
    private volatile Map<String, Decider> byModel = Map.of();

    /** By hash of the model; unchanged as long as the same map is returned. */
    public Map<String, Decider> byModel() {
        return byModel;
    }

    public void install(Decider decider) {
        replace(decider.modelHash(), decider);
    }

    /** Drops a model that will not decide again. */
    public void evict(String model) {
        replace(model, null);
    }

    private synchronized void replace(String model, @Nullable Decider decider) {
        Map<String, Decider> next = new HashMap<>(byModel);
        if (decider == null) {
            next.remove(model);
        } else {
            next.put(model, decider);
        }
        byModel = Map.copyOf(next);
    }
}
