package firedrill.scoring.cluster;

/** What ties users together; networks do not, for strangers share them. Saved by its place here. */
enum Kind {
    DEVICE,
    ADDRESS,
    SOURCE;

    static final int COUNT = values().length;

    private static final Kind[] BY_PLACE = values();

    static Kind at(int place) {
        return BY_PLACE[place];
    }
}
