package firedrill.scoring.model.compile;

import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.tree.FloatKeys;
import firedrill.scoring.model.tree.TreeNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a boosted model as XGBoost 1.6 writes it into Tribuo's file, without XGBoost: no native code runs for a model that
 * somebody else wrote, and a machine for which XGBoost has no library scores all the same.
 *
 * <p>Little-endian: {@code "binf"}, a header, objective and booster as text, the size of the ensemble; of each tree a
 * header, 20 bytes a node and 16 bytes a node of statistics; then the class of each tree. What follows repeats the
 * objective. Nothing is believed before it is checked: the bytes may be anybody's.
 */
final class XgboostParser {

    private static final String MAGIC = "binf";
    private static final String OBJECTIVE = "multi:softprob";
    private static final String BOOSTER = "gbtree";

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_TREES = 10_000;
    private static final int MAX_NODES = 1 << 20;
    private static final int MAX_DEPTH = 32;

    /** Of the first header, after what is read of it. */
    private static final int HEADER_REST = 136 - 3 * Integer.BYTES;

    private static final int ENSEMBLE_REST = 160 - 2 * Integer.BYTES;
    private static final int TREE_REST = 148 - 2 * Integer.BYTES;
    private static final int NODE_BYTES = 5 * Integer.BYTES;
    private static final int STATISTICS_BYTES = 4 * Integer.BYTES;
    private static final int NO_CHILD = -1;

    private final ByteBuffer bytes;
    /** The catalogue's number by Tribuo's. */
    private final int[] ids;
    /** 0 or 1. */
    private final int fraudId;

    private XgboostParser(byte[] bytes, int[] ids, int fraudId) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.ids = ids;
        this.fraudId = fraudId;
    }

    /**
     * What the bytes hold.
     *
     * @param baseScore of both classes' sums
     * @param trees in the order in which they were grown: one of class 0, one of class 1, one of class 0, and so on; a
     *     leaf adds to its tree's class
     */
    record BoostedTrees(float baseScore, List<TreeNode> trees) {}

    /** Reads a model of two classes over the features that {@code ids} number. */
    static BoostedTrees read(byte[] bytes, int[] ids, int fraudId) throws UncompilableException {
        try {
            return new XgboostParser(bytes, ids, fraudId).read();
        } catch (BufferUnderflowException | IllegalArgumentException tooShort) {
            throw new UncompilableException("ends in the middle of a tree");
        }
    }

    private BoostedTrees read() throws UncompilableException {
        require(text(MAGIC.length()).equals(MAGIC), "does not begin as XGBoost 1.6 begins");
        float start = bytes.getFloat();
        require(Float.isFinite(start), "starts from " + start);
        int features = bytes.getInt();
        require(features <= ids.length, "reads " + features + " features, more than the " + ids.length + " it names");
        int classes = bytes.getInt();
        require(classes == 2, "tells apart " + classes + " classes, not 2");
        skip(HEADER_REST);
        requireName("objective", OBJECTIVE);
        requireName("booster", BOOSTER);
        int count = bytes.getInt();
        require(count > 0 && count <= MAX_TREES && count % 2 == 0, "has " + count + " trees");
        int perRound = bytes.getInt();
        require(perRound == 1, "grows " + perRound + " trees at once");
        skip(ENSEMBLE_REST);
        List<TreeNode> trees = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trees.add(tree(i % 2 == fraudId));
        }
        for (int i = 0; i < count; i++) {
            require(bytes.getInt() == i % 2, "does not grow trees for its classes in turn");
        }
        return new BoostedTrees(start, trees);
    }

    private TreeNode tree(boolean ofFraud) throws UncompilableException {
        bytes.getInt();
        int count = bytes.getInt();
        require(count > 0 && count <= MAX_NODES, "has a tree of " + count + " nodes");
        skip(TREE_REST);
        int nodes = bytes.position();
        skip(count * (NODE_BYTES + STATISTICS_BYTES));
        return new TreeReader(nodes, count, ofFraud).node(0, 0);
    }

    private void requireName(String what, String expected) throws UncompilableException {
        long length = bytes.getLong();
        require(length >= 0 && length <= MAX_NAME_LENGTH, "has an " + what + " of " + length + " letters");
        String name = text((int) length);
        require(name.equals(expected), "has the " + what + " " + name + ", not " + expected);
    }

    private String text(int length) {
        byte[] letters = new byte[length];
        bytes.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private void skip(int length) {
        bytes.position(bytes.position() + length);
    }

    private static void require(boolean holds, String otherwise) throws UncompilableException {
        if (!holds) {
            throw new UncompilableException(otherwise);
        }
    }

    /** One tree: {@code count} nodes at {@code nodes}, and then their statistics. */
    private final class TreeReader {

        private final int nodes;
        private final int count;
        private final boolean ofFraud;
        /** A tree visits each node at most once; what visits more often is none. */
        private int visits;

        TreeReader(int nodes, int count, boolean ofFraud) {
            this.nodes = nodes;
            this.count = count;
            this.ofFraud = ofFraud;
        }

        TreeNode node(int at, int depth) throws UncompilableException {
            require(at >= 0 && at < count && visits++ < count && depth <= MAX_DEPTH, "has a tree that is none");
            int left = field(at, 1);
            int right = field(at, 2);
            float number = Float.intBitsToFloat(field(at, 4));
            require(Float.isFinite(number), "has a tree with the number " + number);
            if (left == NO_CHILD) {
                return leaf(
                        number,
                        Float.intBitsToFloat(
                                bytes.getInt(nodes + count * NODE_BYTES + at * STATISTICS_BYTES + Float.BYTES)));
            }
            // The first bit says where an example without the feature goes; ours have all.
            int feature = field(at, 3) & Integer.MAX_VALUE;
            require(feature < ids.length, "reads feature number " + feature);
            return TreeNode.Split.of(
                    ids[feature], FloatKeys.atLeast(number), node(left, depth + 1), node(right, depth + 1));
        }

        private TreeNode leaf(float value, float cover) throws UncompilableException {
            require(cover > 0 && Float.isFinite(cover), "has a leaf that no example reached");
            return ofFraud ? new TreeNode.Leaf(0, value, cover) : new TreeNode.Leaf(value, 0, cover);
        }

        /** Parent, left, right, feature, number. */
        private int field(int node, int field) {
            return bytes.getInt(nodes + node * NODE_BYTES + field * Integer.BYTES);
        }
    }
}
