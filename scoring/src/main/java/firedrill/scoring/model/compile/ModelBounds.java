package firedrill.scoring.model.compile;

import firedrill.scoring.model.UncompilableException;
import java.util.Locale;

/**
 * What a model may take. The defaults are some hundred times what the bundled model takes.
 *
 * @param maxExplanationSteps about 5 ms, a tenth of the latency budget: every stopped request is explained
 */
record ModelBounds(long maxNodes, int maxDepth, long maxHeapBytes, long maxExplanationSteps) {

    static final ModelBounds DEFAULT = new ModelBounds(1 << 18, 32, 64L << 20, 2_000_000);

    /** @throws UncompilableException naming the first bound that {@code size} exceeds, and both figures */
    void check(ModelSize size) throws UncompilableException {
        checkNodes(size.nodes());
        checkDepth(size.depth());
        require(
                size.heapBytes() <= maxHeapBytes,
                "would take %,d bytes of memory, the limit is %,d",
                size.heapBytes(),
                maxHeapBytes);
        require(
                size.explanationSteps() <= maxExplanationSteps,
                "takes %,d steps to explain one score, the limit is %,d",
                size.explanationSteps(),
                maxExplanationSteps);
    }

    void checkNodes(long nodes) throws UncompilableException {
        require(nodes <= maxNodes, "has trees of %,d nodes, the limit is %,d", nodes, maxNodes);
    }

    void checkDepth(int depth) throws UncompilableException {
        require(depth <= maxDepth, "has a tree of depth %,d or more, the limit is %,d", depth, maxDepth);
    }

    private static void require(boolean holds, String sentence, long figure, long limit) throws UncompilableException {
        if (!holds) {
            throw new UncompilableException(String.format(Locale.ROOT, sentence, figure, limit));
        }
    }
}
