package firedrill.scoring.model.tree;

import java.util.Optional;

/** A decision tree before it is flattened: what readers of Tribuo's and XGBoost's trees agree on. */
public sealed interface TreeNode {

    /** Weight of the training examples that came here; 0 where the model does not tell. */
    double cover();

    /** The longest way down, 0 for a leaf. */
    int depth();

    /**
     * A question: right if the key of the feature, see {@link FloatKeys}, is greater than {@code key}, left if not.
     *
     * @param feature the catalogue's number
     * @param cover of both children
     */
    record Split(int feature, int key, TreeNode left, TreeNode right, double cover, int depth) implements TreeNode {

        public static Split of(int feature, int key, TreeNode left, TreeNode right) {
            return new Split(
                    feature, key, left, right, left.cover() + right.cover(), 1 + Math.max(left.depth(), right.depth()));
        }
    }

    /** An answer: what it adds for each class. */
    record Leaf(double honest, double fraud, double cover) implements TreeNode {
        @Override
        public int depth() {
            return 0;
        }
    }

    /**
     * One tree in place of two that ask the same questions, adding what both add; nothing if they ask others.
     *
     * <p>XGBoost grows a tree for honest and one for fraud, and of two classes what speaks for one speaks against the other:
     * unless chance had a hand in it, the two are twins, and one walk serves both.
     */
    static Optional<TreeNode> merge(TreeNode one, TreeNode other) {
        if (one instanceof Leaf a && other instanceof Leaf b) {
            return Optional.of(new Leaf(a.honest() + b.honest(), a.fraud() + b.fraud(), a.cover()));
        }
        if (one instanceof Split a && other instanceof Split b && a.feature() == b.feature() && a.key() == b.key()) {
            return merge(a.left(), b.left())
                    .flatMap(left ->
                            merge(a.right(), b.right()).map(right -> Split.of(a.feature(), a.key(), left, right)));
        }
        return Optional.empty();
    }
}
