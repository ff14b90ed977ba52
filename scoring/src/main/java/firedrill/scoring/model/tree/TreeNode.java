package firedrill.scoring.model.tree;

import java.util.Optional;

/** A decision tree before it is flattened: the common form of Tribuo's and XGBoost's trees. */
public sealed interface TreeNode {

    /** Weight of the training examples that reached the node; 0 where the model does not store it. */
    double cover();

    /** Length of the longest path to a leaf, 0 for a leaf. */
    int depth();

    /** Calls the function for the kind of this node. */
    <T, X extends Exception> T match(NodeCase<Split, T, X> onSplit, NodeCase<Leaf, T, X> onLeaf) throws X;

    /** One case of {@link #match}. */
    @FunctionalInterface
    interface NodeCase<N extends TreeNode, T, X extends Exception> {
        T apply(N node) throws X;
    }

    /**
     * Goes right if the key of the feature, see {@link FloatKeys}, is greater than {@code key}, left if not.
     *
     * @param feature the catalogue's number
     * @param cover sum over both children
     */
    record Split(int feature, int key, TreeNode left, TreeNode right, double cover, int depth) implements TreeNode {

        public static Split of(int feature, int key, TreeNode left, TreeNode right) {
            return new Split(
                    feature, key, left, right, left.cover() + right.cover(), 1 + Math.max(left.depth(), right.depth()));
        }

        @Override
        public <T, X extends Exception> T match(NodeCase<Split, T, X> onSplit, NodeCase<Leaf, T, X> onLeaf) throws X {
            return onSplit.apply(this);
        }
    }

    /** Adds a value to the sum of each class. */
    record Leaf(double honest, double fraud, double cover) implements TreeNode {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public <T, X extends Exception> T match(NodeCase<Split, T, X> onSplit, NodeCase<Leaf, T, X> onLeaf) throws X {
            return onLeaf.apply(this);
        }
    }

    /**
     * One tree with the sums of both trees in its leaves; empty if their splits differ.
     *
     * <p>XGBoost grows one tree for honest and one for fraud in each round, from mirrored gradients. Without random
     * sampling the two have the same splits, and one traversal serves both.
     */
    static Optional<TreeNode> merge(TreeNode one, TreeNode other) {
        return one.match(
                split -> other.match(second -> mergeSplits(split, second), leaf -> Optional.empty()),
                leaf -> other.match(split -> Optional.empty(), second -> Optional.of(sum(leaf, second))));
    }

    private static Optional<TreeNode> mergeSplits(Split one, Split other) {
        if (one.feature() != other.feature() || one.key() != other.key()) {
            return Optional.empty();
        }
        return merge(one.left(), other.left())
                .flatMap(left -> merge(one.right(), other.right())
                        .map(right -> Split.of(one.feature(), one.key(), left, right)));
    }

    private static TreeNode sum(Leaf one, Leaf other) {
        return new Leaf(one.honest() + other.honest(), one.fraud() + other.fraud(), one.cover());
    }
}
