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
 * header and its nodes ({@link XgboostTree}); then the class of each tree. The rest repeats the objective. The bytes are
 * untrusted: every field is checked before use.
 */
final class XgboostParser {

    private static final String MAGIC = "binf";
    private static final String OBJECTIVE = "multi:softprob";
    private static final String BOOSTER = "gbtree";

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_TREES = 10_000;
    private static final int MAX_TREE_NODES = 1 << 20;

    /** Rest of the first header, after the fields that are read. */
    private static final int HEADER_REST = 136 - 3 * Integer.BYTES;

    private static final int ENSEMBLE_REST = 160 - 2 * Integer.BYTES;
    private static final int TREE_REST = 148 - 2 * Integer.BYTES;

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
     * @param size measured before the trees were built
     */
    record BoostedTrees(float baseScore, List<TreeNode> trees, ModelSize size) {}

    /**
     * Parses a model of two classes over the features that {@code ids} maps.
     *
     * @throws UncompilableException for bytes that are no such model, and before any tree is built for one that exceeds
     *     {@link ModelBounds}
     */
    static BoostedTrees read(byte[] bytes, int[] ids, int fraudId) throws UncompilableException {
        try {
            return new XgboostParser(bytes, ids, fraudId).read();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UncompilableException("ends in the middle of a tree");
        }
    }

    /** The size of the model that {@link #read} would build. */
    static ModelSize measure(byte[] bytes, int[] ids) throws UncompilableException {
        try {
            return new XgboostParser(bytes, ids, 0).scan().size();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UncompilableException("ends in the middle of a tree");
        }
    }

    private BoostedTrees read() throws UncompilableException {
        Scan scan = scan();
        return new BoostedTrees(scan.baseScore(), built(scan.trees()), scan.size());
    }

    /** A model whose trees were measured, and not built. */
    private record Scan(float baseScore, List<XgboostTree> trees, ModelSize size) {}

    private Scan scan() throws UncompilableException {
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
        List<XgboostTree> trees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trees.add(tree());
        }
        for (int i = 0; i < count; i++) {
            require(bytes.getInt() == i % 2, "does not alternate the trees of its classes");
        }
        return new Scan(start, trees, TreeMeter.measure(trees, ids.length, ModelBounds.DEFAULT));
    }

    private XgboostTree tree() throws UncompilableException {
        bytes.getInt();
        int count = bytes.getInt();
        require(count > 0 && count <= MAX_TREE_NODES, "has a tree of " + count + " nodes");
        skip(TREE_REST);
        XgboostTree tree = new XgboostTree(bytes, bytes.position(), count);
        skip(XgboostTree.length(count));
        return tree;
    }

    private List<TreeNode> built(List<XgboostTree> trees) throws UncompilableException {
        List<TreeNode> built = new ArrayList<>(trees.size());
        for (int i = 0; i < trees.size(); i++) {
            built.add(new TreeBuilder(trees.get(i), i % 2 == fraudId).node(0));
        }
        return built;
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

    /** Builds a tree that was measured: its nodes are in range and have no cycle. */
    private final class TreeBuilder {

        private final XgboostTree tree;
        private final boolean ofFraud;

        TreeBuilder(XgboostTree tree, boolean ofFraud) {
            this.tree = tree;
            this.ofFraud = ofFraud;
        }

        TreeNode node(int at) throws UncompilableException {
            float number = tree.number(at);
            require(Float.isFinite(number), "has a threshold or leaf value of " + number);
            return tree.isLeaf(at)
                    ? leaf(number, tree.cover(at))
                    : TreeNode.Split.of(
                            ids[tree.feature(at)],
                            FloatKeys.atLeast(number),
                            node(tree.left(at)),
                            node(tree.right(at)));
        }

        private TreeNode leaf(float value, float cover) throws UncompilableException {
            require(cover > 0 && Float.isFinite(cover), "has a leaf that no example reached");
            return ofFraud ? new TreeNode.Leaf(0, value, cover) : new TreeNode.Leaf(value, 0, cover);
        }
    }
}
