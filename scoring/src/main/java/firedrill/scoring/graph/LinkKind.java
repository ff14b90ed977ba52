package firedrill.scoring.graph;

/** Kinds of entity that link users; networks do not, because strangers share them. Saved by ordinal: append only. */
enum LinkKind {
    DEVICE,
    ADDRESS,
    SOURCE;

    static final int COUNT = values().length;

    private static final LinkKind[] BY_ORDINAL = values();

    static LinkKind fromOrdinal(int ordinal) {
        return BY_ORDINAL[ordinal];
    }
}
