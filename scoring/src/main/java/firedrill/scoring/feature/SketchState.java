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
 * How many distinct ids something met within a window, once they are more than {@link RecentIds} holds; empty until then,
 * and empty again once they are fewer.
 *
 * <p>One HyperLogLog for each tile of the window and one for all of them together, which is read in no time and made anew
 * when a tile drops out. Standard error {@value #STANDARD_ERROR_PERCENT} %; the oldest tile may already be missing. Every
 * sketch is {@value #SKETCH_BYTES} bytes of the one array, updated in place.
 */
public final class SketchState {

    /** 1.04 over the square root of the number of registers. */
    static final double STANDARD_ERROR_PERCENT = 4.6;

    private static final int LG_REGISTERS = 9;
    private static final int SKETCH_BYTES = 40 + (1 << LG_REGISTERS);
    private static final byte[] EMPTY = {};
    private static final byte[] EMPTY_SKETCH = emptySketch();

    /** Of all tiles, and then of each, by the tile's number modulo their number. */
    public byte[] sketches = EMPTY;

    public long newestTile;
    /** What the first of the sketches says. */
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

    /** Notes that {@code id} was met. */
    void add(TiledWindow window, long id, long timeMillis) {
        long tile = Math.floorDiv(timeMillis, window.tileMillis());
        if (isEmpty()) {
            sketches = new byte[SKETCH_BYTES * (1 + window.tiles())];
            newestTile = tile;
            for (int place = 0; place <= window.tiles(); place++) {
                clear(place);
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
        for (int place = 1; place <= window.tiles(); place++) {
            all.update(HllSketch.wrap(Memory.wrap(sketches).region((long) place * SKETCH_BYTES, SKETCH_BYTES)));
        }
        HllSketch union = all.getResult(TgtHllType.HLL_8);
        byte[] bytes = union.toUpdatableByteArray();
        System.arraycopy(bytes, 0, sketches, 0, bytes.length);
        // A small one is shorter, and grows into what it must find empty.
        Arrays.fill(sketches, bytes.length, SKETCH_BYTES, (byte) 0);
        estimate = union.getEstimate();
    }

    private static int slotOf(TiledWindow window, long tile) {
        return 1 + Math.floorMod(tile, window.tiles());
    }

    private void clear(int place) {
        System.arraycopy(EMPTY_SKETCH, 0, sketches, place * SKETCH_BYTES, SKETCH_BYTES);
    }

    private static byte[] emptySketch() {
        byte[] bytes = new byte[SKETCH_BYTES];
        new HllSketch(LG_REGISTERS, TgtHllType.HLL_8, WritableMemory.writableWrap(bytes)).reset();
        return bytes;
    }

    private HllSketch sketch(int place) {
        return HllSketch.writableWrap(
                WritableMemory.writableWrap(sketches).writableRegion((long) place * SKETCH_BYTES, SKETCH_BYTES));
    }
}
