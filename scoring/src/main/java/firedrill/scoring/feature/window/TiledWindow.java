package firedrill.scoring.feature.window;

import java.time.Duration;
import java.util.Arrays;

/**
 * A sliding window whose sum is kept in tiles: O(1) per event, no timers.
 *
 * <p>At time {@code t} the sum holds every addition in {@code (t - length + tile, t]} and none at or before {@code t -
 * length}; what lies between counts until its tile drops out as a whole. The ring is the caller's, so that it can be a
 * field of an entity's state: {@code [newest tile, sum, one sum per tile...]}, or empty before the first addition. A
 * ring's time only moves forward: a late addition goes into its own tile while the ring still has it, and is dropped
 * after. Amounts are never negative, so a sum of 0 means that there is nothing to drop.
 *
 * @param tileMillis length of one tile
 * @param tiles number of tiles in the window
 */
public record TiledWindow(long tileMillis, int tiles) {

    private static final int NEWEST = 0;
    private static final int SUM = 1;
    private static final int FIRST_TILE = 2;

    public TiledWindow {
        if (tileMillis <= 0 || tiles <= 0) {
            throw new IllegalArgumentException(
                    "a window needs tiles with a length, had " + tiles + " of " + tileMillis + " ms");
        }
    }

    public Duration length() {
        return Duration.ofMillis(tileMillis * tiles);
    }

    /** The sum at {@code timeMillis}, or at the newest time the ring has seen if that is later. */
    public long sum(long[] ring, long timeMillis) {
        if (ring.length == 0) {
            return 0;
        }
        advanceTo(ring, tileOf(timeMillis));
        return ring[SUM];
    }

    /** Adds {@code amount} at {@code timeMillis}; returns the ring, a new one if {@code ring} was empty. */
    public long[] add(long[] ring, long timeMillis, long amount) {
        long tile = tileOf(timeMillis);
        long[] grown = ring.length == 0 ? newRing(tile) : ring;
        advanceTo(grown, tile);
        if (grown[NEWEST] - tile < tiles) {
            grown[slotOf(tile)] += amount;
            grown[SUM] += amount;
        }
        return grown;
    }

    private long[] newRing(long tile) {
        long[] ring = new long[FIRST_TILE + tiles];
        ring[NEWEST] = tile;
        return ring;
    }

    private void advanceTo(long[] ring, long tile) {
        long newest = ring[NEWEST];
        if (tile <= newest) {
            return;
        }
        if (tile - newest >= tiles) {
            Arrays.fill(ring, SUM, ring.length, 0);
        } else {
            int slot = slotOf(newest);
            for (long left = tile - newest; left > 0 && ring[SUM] != 0; left--) {
                slot = slot == ring.length - 1 ? FIRST_TILE : slot + 1;
                ring[SUM] -= ring[slot];
                ring[slot] = 0;
            }
        }
        ring[NEWEST] = tile;
    }

    private long tileOf(long timeMillis) {
        return Math.floorDiv(timeMillis, tileMillis);
    }

    private int slotOf(long tile) {
        return FIRST_TILE + Math.floorMod(tile, tiles);
    }
}
