package firedrill.scoring.model.artifact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Memory of the models that a task holds at once, against a bound on their sum. Used by one thread. */
public final class HeldModels {

    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_SHARE_OF_HEAP = 8;

    private final long maxBytes;
    private final Map<String, Long> bytesByModel = new HashMap<>();

    /** No models, at most {@code maxBytes}. */
    public HeldModels(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * No models; at most 256 MiB, and at most an eighth of this JVM's heap, because deciding and shadow scoring hold a
     * copy each.
     */
    public static HeldModels ofThisJvm() {
        return new HeldModels(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / MAX_SHARE_OF_HEAP));
    }

    /** Why a model of {@code bytes} cannot be held with the others, in one clause; empty if it can. */
    public Optional<String> refusal(String model, long bytes) {
        long sum = bytes
                + bytesByModel.entrySet().stream()
                        .filter(held -> !held.getKey().equals(model))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return sum <= maxBytes
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "all models together would take %,d bytes of memory, the limit is %,d: retire one first",
                        sum,
                        maxBytes));
    }

    public void hold(String model, long bytes) {
        bytesByModel.put(model, bytes);
    }

    public void release(String model) {
        bytesByModel.remove(model);
    }
}
