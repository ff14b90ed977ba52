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
 * Parses a boosted model in the binary format of XGBoost 1.6, as embedded in Tribuo's file, without the XGBoost
 * library: untrusted models run no native code, and machines without an XGBoost library can score.
 *
 * <p>Little-endian: {@code "binf"}, a header, objective and booster as text, the size of the ensemble; for each tree a
 * header, 20 bytes per node and 16 bytes of statistics per node; then the class of each tree. The rest repeats the
 * objective. The bytes are untrusted: every field is checked before use.
 */
final class XgboostParser {

    private static final String MAGIC = "binf";
    private static final String OBJECTIVE = "multi:softprob";
    private static final String BOOSTER = "gbtree";

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_TREES = 10_000;
    private static final int MAX_NODES = 1 << 20;
    private static final int MAX_DEPTH = 32;

    /** Rest of the first header, after the fields that are read. */
    private static final int HEADER_REST = 136 - 3 * Integer.BYTES;

    private static final int ENSEMBLE_REST = 160 - 2 * Integer.BYTES;
    private static final int TREE_REST = 148 - 2 * Integer.BYTES;
    private static final int NODE_BYTES = 5 * Integer.BYTES;
    private static final int STATISTICS_BYTES = 4 * Integer.BYTES;
    private static final int NO_CHILD = -1;

    private final ByteBuffer bytes;
    /** Index in the schema by Tribuo's feature id. */
    private final int[] ids;
    /** Class id of fraud, 0 or 1. */
    private final int fraudId;

    private XgboostParser(byte[] bytes, int[] ids, int fraudId) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.ids = ids;
        this.fraudId = fraudId;
    }

    /**
     * The parsed model.
     *
     * @param baseScore start of both classes' sums
     * @param trees in the order in which they were grown, class 0 and class 1 alternating; a leaf adds to its tree's
     *     class
     */
    record BoostedTrees(float baseScore, List<TreeNode> trees) {}

    /** Parses a model of two classes over the features that {@code ids} maps. */
    static BoostedTrees read(byte[] bytes, int[] ids, int fraudId) throws UncompilableException {
        try {
            return new XgboostParser(bytes, ids, fraudId).read();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UncompilableException("ends in the middle of a tree");
        }
    }

    private BoostedTrees read() throws UncompilableException {
        require(text(MAGIC.length()).equals(MAGIC), "does not begin like a model of XGBoost 1.6");
        float start = bytes.getFloat();
        require(Float.isFinite(start), "has the base score " + start);
        int features = bytes.getInt();
        require(
                features <= ids.length,
                "reads " + features + " features, more than the " + ids.length + " that it names");
        int classes = bytes.getInt();
        require(classes == 2, "has " + classes + " classes, not 2");
        skip(HEADER_REST);
        requireName("objective", OBJECTIVE);
        requireName("booster", BOOSTER);
        int count = bytes.getInt();
        require(count > 0 && count <= MAX_TREES && count % 2 == 0, "has " + count + " trees");
        int perRound = bytes.getInt();
        require(perRound == 1, "grows " + perRound + " parallel trees per round");
        skip(ENSEMBLE_REST);
        List<TreeNode> trees = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trees.add(tree(i % 2 == fraudId));
        }
        for (int i = 0; i < count; i++) {
            require(bytes.getInt() == i % 2, "does not alternate the trees of its classes");
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
        require(length >= 0 && length <= MAX_NAME_LENGTH, "has an " + what + " of " + length + " characters");
        String name = text((int) length);
        require(name.equals(expected), "has the " + what + " " + name + ", not " + expected);
    }

    private String text(int length) {
        byte[] characters = new byte[length];
        bytes.get(characters);
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    private void skip(int length) {
        bytes.position(bytes.position() + length);
    }

    private static void require(boolean holds, String otherwise) throws UncompilableException {
        if (!holds) {
            throw new UncompilableException(otherwise);
        }
    }

    /** Reads one tree: {@code count} nodes at offset {@code nodes}, followed by their statistics. */
    private final class TreeReader {

        private final int nodes;
        private final int count;
        private final boolean ofFraud;
        /** Nodes visited so far; more than {@code count} means a cycle. */
        private int visits;

        TreeReader(int nodes, int count, boolean ofFraud) {
            this.nodes = nodes;
            this.count = count;
            this.ofFraud = ofFraud;
        }

        TreeNode node(int at, int depth) throws UncompilableException {
            require(at >= 0 && at < count && visits++ < count && depth <= MAX_DEPTH, "has a malformed tree");
            int left = field(at, 1);
            int right = field(at, 2);
            float number = Float.intBitsToFloat(field(at, 4));
            require(Float.isFinite(number), "has a threshold or leaf value of " + number);
            if (left == NO_CHILD) {
                return leaf(
                        number,
                        Float.intBitsToFloat(
                                bytes.getInt(nodes + count * NODE_BYTES + at * STATISTICS_BYTES + Float.BYTES)));
            }
            // The first bit is the default direction of missing values, which do not occur.
            int feature = field(at, 3) & Integer.MAX_VALUE;
            require(feature < ids.length, "reads feature number " + feature);
            return TreeNode.Split.of(
                    ids[feature], FloatKeys.atLeast(number), node(left, depth + 1), node(right, depth + 1));
        }

        private TreeNode leaf(float value, float cover) throws UncompilableException {
            require(cover > 0 && Float.isFinite(cover), "has a leaf that no example reached");
            return ofFraud ? new TreeNode.Leaf(0, value, cover) : new TreeNode.Leaf(value, 0, cover);
        }

        /** Fields of a node: parent, left, right, feature, threshold or leaf value. */
        private int field(int node, int field) {
            return bytes.getInt(nodes + node * NODE_BYTES + field * Integer.BYTES);
        }
    }
}
