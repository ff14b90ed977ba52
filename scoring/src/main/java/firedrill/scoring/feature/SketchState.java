package firedrill.scoring.feature;

import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import java.util.Arrays;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.memory.WritableMemory;

/**
 * Distinct ids within a window beyond the capacity of {@link RecentIds}; empty while that set suffices.
 *
 * <p>One HyperLogLog sketch per tile of the window, and their union, which is rebuilt when a tile drops out. Standard
 * error {@value #STANDARD_ERROR_PERCENT} %; the oldest tile may already be missing. Every sketch is {@value
 * #SKETCH_BYTES} bytes of the one array, updated in place.
 */
public final class SketchState {

    /** 1.04 over the square root of the number of registers. */
    static final double STANDARD_ERROR_PERCENT = 4.6;

    private static final int LG_REGISTERS = 9;
    private static final int SKETCH_BYTES = 40 + (1 << LG_REGISTERS);
    private static final byte[] EMPTY = {};
    private static final byte[] EMPTY_SKETCH = emptySketch();

    /** The union, then the sketch of each tile at its number modulo the number of tiles. */
    public byte[] sketches = EMPTY;

    public long newestTile;
    /** Estimate of the union. */
    public double estimate;

    boolean isEmpty() {
        return sketches.length == 0;
    }

    /** Distinct ids in {@code window} up to {@code nowMillis}. */
    double count(TiledWindow window, long nowMillis) {
        if (!isEmpty()) {
            advanceTo(window, Math.floorDiv(nowMillis, window.tileMillis()));
        }
        return estimate;
    }

    void add(TiledWindow window, long id, long timeMillis) {
        long tile = Math.floorDiv(timeMillis, window.tileMillis());
        if (isEmpty()) {
            sketches = new byte[SKETCH_BYTES * (1 + window.tiles())];
            newestTile = tile;
            for (int slot = 0; slot <= window.tiles(); slot++) {
                clear(slot);
            }
        }
        advanceTo(window, tile);
        if (newestTile - tile < window.tiles()) {
            sketch(slotOf(window, tile)).update(id);
            HllSketch all = sketch(0);
            all.update(id);
            estimate = all.getEstimate();
        }
    }

    void reset() {
        sketches = EMPTY;
        estimate = 0;
    }

    private void advanceTo(TiledWindow window, long tile) {
        if (tile <= newestTile) {
            return;
        }
        for (long dropped = Math.max(newestTile + 1, tile - window.tiles() + 1); dropped <= tile; dropped++) {
            clear(slotOf(window, dropped));
        }
        newestTile = tile;
        Union all = new Union(LG_REGISTERS);
        for (int slot = 1; slot <= window.tiles(); slot++) {
            all.update(HllSketch.wrap(Memory.wrap(sketches).region((long) slot * SKETCH_BYTES, SKETCH_BYTES)));
        }
        HllSketch union = all.getResult(TgtHllType.HLL_8);
        byte[] bytes = union.toUpdatableByteArray();
        System.arraycopy(bytes, 0, sketches, 0, bytes.length);
        // A small sketch is shorter; the bytes that it grows into must be zero.
        Arrays.fill(sketches, bytes.length, SKETCH_BYTES, (byte) 0);
        estimate = union.getEstimate();
    }

    private static int slotOf(TiledWindow window, long tile) {
        return 1 + Math.floorMod(tile, window.tiles());
    }

    private void clear(int slot) {
        System.arraycopy(EMPTY_SKETCH, 0, sketches, slot * SKETCH_BYTES, SKETCH_BYTES);
    }

    private static byte[] emptySketch() {
        byte[] bytes = new byte[SKETCH_BYTES];
        new HllSketch(LG_REGISTERS, TgtHllType.HLL_8, WritableMemory.writableWrap(bytes)).reset();
        return bytes;
    }

    private HllSketch sketch(int slot) {
        return HllSketch.writableWrap(
                WritableMemory.writableWrap(sketches).writableRegion((long) slot * SKETCH_BYTES, SKETCH_BYTES));
    }
}
