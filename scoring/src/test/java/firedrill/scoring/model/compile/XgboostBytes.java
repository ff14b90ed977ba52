package firedrill.scoring.model.compile;

import com.google.protobuf.InvalidProtocolBufferException;
import firedrill.scoring.model.SampleModels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;

/** Boosted models as bytes that no trainer would write. */
public final class XgboostBytes {

    /** Offsets of the sample's number of trees and of its first tree. */
    private static final int COUNT = 176;

    private static final int FIRST_TREE = 336;

    private static final int TREE_HEADER = 148;
    private static final int NODE_BYTES = 20;
    private static final int STATISTICS_BYTES = 16;
    private static final byte[] SAMPLE = sample();

    private static byte[] sample() {
        try {
            return SampleModels.xgboost(1)
                    .serialize()
                    .getSerializedData()
                    .unpack(XGBoostModelProto.class)
                    .getModels(0)
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * One tree.
     *
     * @param left child of each node, -1 for a leaf
     * @param right the same shape
     * @param feature Tribuo's number by node
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Tree(int[] left, int[] right, IntUnaryOperator feature) {

        int bytes() {
            return TREE_HEADER + left.length * (NODE_BYTES + STATISTICS_BYTES);
        }
    }

    /** A complete tree; each level splits on a feature of its own. */
    public static Tree complete(int depth) {
        int count = (1 << (depth + 1)) - 1;
        int firstLeaf = (1 << depth) - 1;
        int[] left = new int[count];
        int[] right = new int[count];
        for (int node = 0; node < count; node++) {
            left[node] = node < firstLeaf ? 2 * node + 1 : -1;
            right[node] = node < firstLeaf ? 2 * node + 2 : -1;
        }
        return new Tree(left, right, node -> Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node + 1));
    }

    /** A tree whose right children are leaves, each left child the next split. */
    public static Tree chain(int depth) {
        int[] left = new int[2 * depth + 1];
        int[] right = new int[left.length];
        for (int node = 0; node < left.length; node++) {
            boolean isSplit = node < depth;
            left[node] = isSplit ? node + 1 : -1;
            right[node] = isSplit ? depth + 1 + node : -1;
        }
        return new Tree(left, right, node -> node % 8);
    }

    /** The model of these trees, class 0 and class 1 alternating. */
    public static byte[] of(List<Tree> trees) {
        int size = FIRST_TREE + trees.stream().mapToInt(Tree::bytes).sum() + Integer.BYTES * trees.size();
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(SAMPLE, 0, FIRST_TREE).putInt(COUNT, trees.size());
        for (Tree tree : trees) {
            write(tree, bytes);
        }
        for (int i = 0; i < trees.size(); i++) {
            bytes.putInt(i % 2);
        }
        return bytes.array();
    }

    private static void write(Tree tree, ByteBuffer bytes) {
        int start = bytes.position();
        bytes.putInt(start + Integer.BYTES, tree.left().length).position(start + TREE_HEADER);
        for (int node = 0; node < tree.left().length; node++) {
            bytes.putInt(-1)
                    .putInt(tree.left()[node])
                    .putInt(tree.right()[node])
                    .putInt(tree.feature().applyAsInt(node))
                    .putFloat(0.01f * (node % 7));
        }
        for (int node = 0; node < tree.left().length; node++) {
            bytes.putFloat(1).putFloat(1 + node % 3).putFloat(0).putInt(0);
        }
    }

    private XgboostBytes() {}
}
