package firedrill.dashboard.ledger;

import firedrill.ingest.event.MedianWindow;
import java.util.HashMap;
import java.util.Map;

/**
 * A set of event ids of one run: one bit per id, in pages, so that an hour of a busy run is kilobytes and an id far away
 * costs one page.
 *
 * <p>Ids increase in the order of publication. An id far below the median of the first {@value #MIN_IDS} is of an earlier
 * run; an id far above the median of the last ones is forged, and not one of this run either.
 */
public final class EventIdSet {

    /** Topics of several partitions may deliver smaller ids after the first one. */
    private static final long ID_MARGIN = 1 << 20;
    /** Ids by which one partition may be read ahead of another. */
    private static final long MAX_AHEAD = 1 << 22;

    private static final int MIN_IDS = 5;

    private static final int PAGE_BITS = 12;
    private static final int WORD_BITS = 6;
    private static final int PAGE_WORDS = 1 << (PAGE_BITS - WORD_BITS);

    private final Map<Long, long[]> pages = new HashMap<>();
    private final MedianWindow lastIds = new MedianWindow();
    private long base = -1;
    private long lastPageNumber = -1;
    private long[] lastPage = new long[0];

    /** Adds an id and returns whether it was absent. */
    public boolean add(long eventId) {
        if (!isInRange(eventId)) {
            return false;
        }
        long[] page = page(eventId >> PAGE_BITS);
        int word = word(eventId);
        boolean isNew = (page[word] & (1L << eventId)) == 0;
        page[word] |= 1L << eventId;
        if (isNew) {
            lastIds.add(eventId);
            base = lastIds.size() == MIN_IDS && base < 0 ? Math.max(0, lastIds.median() - ID_MARGIN) : base;
        }
        return isNew;
    }

    /** Consecutive ids share a page, so the last one is kept at hand. */
    private long[] page(long number) {
        if (number != lastPageNumber) {
            lastPage = pages.computeIfAbsent(number, unseen -> new long[PAGE_WORDS]);
            lastPageNumber = number;
        }
        return lastPage;
    }

    /** Whether the id was added. */
    boolean contains(long eventId) {
        long[] page = pages.get(eventId >> PAGE_BITS);
        return page != null && (page[word(eventId)] & (1L << eventId)) != 0;
    }

    private static int word(long eventId) {
        return (int) ((eventId >> WORD_BITS) & (PAGE_WORDS - 1));
    }

    /** Whether the id can belong to this run. */
    public boolean isInRange(long eventId) {
        return base < 0 || (eventId >= base && eventId - lastIds.median() <= MAX_AHEAD);
    }
}
