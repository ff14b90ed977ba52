package firedrill.scoring.graph;

/** What ties users together; networks do not, for strangers share them. Saved by its place here. */
enum LinkKind {
    DEVICE,
    ADDRESS,
    SOURCE;

    static final int COUNT = values().length;

    private static final LinkKind[] BY_ORDINAL = values();

    static LinkKind fromOrdinal(int place) {
        return BY_ORDINAL[place];
    }
}
