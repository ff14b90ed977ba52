package firedrill.scoring.model;

/**
 * The way of {@link TreeShap} down a tree: the features that were asked, each once, with what must be known of them; and
 * the same for each node above.
 *
 * <p>Of a feature: the share of training examples that go this way, and whether this example does (1 or 0). The weight at
 * place {@code i} is that of all sets of {@code i} of the features: how often such a set is what is known, times how much
 * of the tree's flow comes here then. Place 0 is nobody's.
 */
final class ShapPath {

    private static final int NOBODY = -1;

    private final int[] features;
    /** Of training examples. */
    private final double[] shares;

    private final double[] followed;
    private final double[] weights;
    /** Where the path of each depth begins, and how long it is. */
    private final int[] starts;

    private final int[] lengths;
    /** Of the feature that was asked at each depth: what the path said of it, before it was taken out. */
    private final double[] askedShares;

    private final double[] askedFollowed;
    private int depth;

    /** For trees of {@code deepest} and less. */
    ShapPath(int deepest) {
        int places = (deepest + 2) * (deepest + 3) / 2;
        features = new int[places];
        shares = new double[places];
        followed = new double[places];
        weights = new double[places];
        starts = new int[deepest + 1];
        lengths = new int[deepest + 1];
        askedShares = new double[deepest + 1];
        askedFollowed = new double[deepest + 1];
    }

    /** At the root, where nothing was asked. */
    void begin() {
        depth = 0;
        starts[0] = 0;
        lengths[0] = 0;
        extend(NOBODY, 1, 1);
    }

    /** Asks {@code feature} here: if it was asked above, the path forgets that, because both ways will say it anew. */
    void ask(int feature) {
        int place = lengths[depth] - 1;
        while (place > 0 && features[starts[depth] + place] != feature) {
            place--;
        }
        boolean isNew = place <= 0;
        askedShares[depth] = isNew ? 1 : shares[starts[depth] + place];
        askedFollowed[depth] = isNew ? 1 : followed[starts[depth] + place];
        if (!isNew) {
            takeOut(place);
        }
    }

    /** Goes down to a child, after {@link #ask}: {@code share} of the examples here go there, and this one if so said. */
    void go(int feature, double share, boolean isFollowed) {
        int from = starts[depth];
        int length = lengths[depth];
        int to = from + length;
        System.arraycopy(features, from, features, to, length);
        System.arraycopy(shares, from, shares, to, length);
        System.arraycopy(followed, from, followed, to, length);
        System.arraycopy(weights, from, weights, to, length);
        double allShares = askedShares[depth] * share;
        double allFollowed = isFollowed ? askedFollowed[depth] : 0;
        depth++;
        starts[depth] = to;
        lengths[depth] = length;
        extend(feature, allShares, allFollowed);
    }

    /** Back up. */
    void back() {
        depth--;
    }

    /** Adds to {@code contributions} what a leaf of {@code value}, here, owes to each feature on the way. */
    void settle(double value, double[] contributions) {
        for (int place = 1; place < lengths[depth]; place++) {
            int at = starts[depth] + place;
            contributions[features[at]] += sumWithout(place) * (followed[at] - shares[at]) * value;
        }
    }

    private void extend(int feature, double share, double isFollowed) {
        int from = starts[depth];
        int length = lengths[depth]++;
        features[from + length] = feature;
        shares[from + length] = share;
        followed[from + length] = isFollowed;
        weights[from + length] = length == 0 ? 1 : 0;
        for (int i = length - 1; i >= 0; i--) {
            double weight = weights[from + i] / (length + 1);
            weights[from + i + 1] += isFollowed * weight * (i + 1);
            weights[from + i] = share * weight * (length - i);
        }
    }

    /** Undoes the {@link #extend} of the feature at {@code place}. */
    private void takeOut(int place) {
        int from = starts[depth];
        int last = --lengths[depth];
        double next = weights[from + last];
        for (int i = last - 1; i >= 0; i--) {
            double before = weights[from + i];
            weights[from + i] = without(from + place, last, i, next, before);
            next = before - weights[from + i] * shares[from + place] * (last - i) / (last + 1);
        }
        for (int i = place; i < last; i++) {
            features[from + i] = features[from + i + 1];
            shares[from + i] = shares[from + i + 1];
            followed[from + i] = followed[from + i + 1];
        }
    }

    /** What the weights would add up to without the feature at {@code place}. */
    private double sumWithout(int place) {
        int from = starts[depth];
        int last = lengths[depth] - 1;
        double next = weights[from + last];
        double sum = 0;
        for (int i = last - 1; i >= 0; i--) {
            double weight = without(from + place, last, i, next, weights[from + i]);
            next = weights[from + i] - weight * shares[from + place] * (last - i) / (last + 1);
            sum += weight;
        }
        return sum;
    }

    /**
     * The weight of {@code size} features without the one at {@code at}.
     *
     * @param last features but that one
     * @param above what is left of the weight of {@code size + 1}
     * @param here the weight of {@code size} with it
     */
    private double without(int at, int last, int size, double above, double here) {
        return followed[at] == 0
                ? here * (last + 1) / (shares[at] * (last - size))
                : above * (last + 1) / ((size + 1) * followed[at]);
    }
}
