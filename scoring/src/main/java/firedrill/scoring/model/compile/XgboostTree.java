package firedrill.scoring.model.compile;

import java.nio.ByteBuffer;

/**
 * One tree in the bytes of a boosted model: 20 bytes per node (parent, left, right, feature, threshold or leaf value),
 * then 16 bytes of statistics per node. The accessors take a node's number below {@code count}, and check nothing else.
 *
 * @param bytes little-endian
 * @param start offset of the first node
 */
record XgboostTree(ByteBuffer bytes, int start, int count) {

    private static final int NODE_BYTES = 5 * Integer.BYTES;
    private static final int STATISTICS_BYTES = 4 * Integer.BYTES;
    private static final int NO_CHILD = -1;

    /** Bytes of a tree of {@code count} nodes. */
    static int length(int count) {
        return count * (NODE_BYTES + STATISTICS_BYTES);
    }

    boolean isLeaf(int node) {
        return left(node) == NO_CHILD;
    }

    int left(int node) {
        return field(node, 1);
    }

    int right(int node) {
        return field(node, 2);
    }

    /** Tribuo's number of the feature. The first bit is the direction of missing values, which do not occur. */
    int feature(int node) {
        return field(node, 3) & Integer.MAX_VALUE;
    }

    /** Threshold of a split, value of a leaf. */
    float number(int node) {
        return Float.intBitsToFloat(field(node, 4));
    }

    /** Weight of the training examples that reached the node. */
    float cover(int node) {
        return bytes.getFloat(start + count * NODE_BYTES + node * STATISTICS_BYTES + Float.BYTES);
    }

    /** Whether both have the same splits; both must have been measured, so that they have no cycles. */
    boolean hasSplitsOf(XgboostTree other) {
        return hasSplitsOf(other, 0, 0);
    }

    private boolean hasSplitsOf(XgboostTree other, int node, int others) {
        if (isLeaf(node) || other.isLeaf(others)) {
            return isLeaf(node) && other.isLeaf(others);
        }
        return feature(node) == other.feature(others)
                && number(node) == other.number(others)
                && hasSplitsOf(other, left(node), other.left(others))
                && hasSplitsOf(other, right(node), other.right(others));
    }

    private int field(int node, int field) {
        return bytes.getInt(start + node * NODE_BYTES + field * Integer.BYTES);
    }
}
