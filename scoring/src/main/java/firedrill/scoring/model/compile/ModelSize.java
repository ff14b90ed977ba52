package firedrill.scoring.model.compile;

/**
 * What a model takes once it is compiled; counted in its bytes before anything is built.
 *
 * @param nodes nodes of all trees; 0 for a linear model
 * @param depth of the deepest tree
 * @param heapBytes heap of the compiled model with its tables
 * @param explanationSteps multiplications and look-ups of one explanation, about 2 ns each
 */
public record ModelSize(long nodes, int depth, long heapBytes, long explanationSteps) {}
