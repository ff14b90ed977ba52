package firedrill.dashboard.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open page: a slot that keeps the latest frame only, and the thread that writes it.
 *
 * <p>A page that does not read blocks only its own thread; {@link #isStalled(int)} detects it.
 */
final class StreamClient implements Runnable {
    private static final int NOT_WRITING = -1;
    private static final byte[] EMPTY_FRAME = {};

    private final OutputStream out;
    private final Runnable abort;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final BlockingQueue<byte[]> slot = new ArrayBlockingQueue<>(1);
    private volatile boolean dropped;
    private final AtomicInteger ticksInWrite = new AtomicInteger(NOT_WRITING);

    /**
     * @param abort closes the connection under a write that hangs
     */
    StreamClient(OutputStream out, Runnable abort) {
        this.out = out;
        this.abort = abort;
    }

    /** Replaces the frame that waits, if one does; never blocks. Called by one thread at a time. */
    void offer(byte[] frame) {
        while (!slot.offer(frame)) {
            slot.poll();
        }
    }

    /** Whether one write has lasted for {@code ticks} calls of this method. */
    boolean isStalled(int ticks) {
        return ticksInWrite.updateAndGet(count -> count == NOT_WRITING ? NOT_WRITING : count + 1) >= ticks;
    }

    /** Ends the writing thread, in a write or between frames. */
    void drop() {
        dropped = true;
        abort.run();
        offer(EMPTY_FRAME);
    }

    /** Completes when the writing thread has ended: the page is gone, or was dropped. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Writes until the page is gone or dropped. */
    @Override
    public void run() {
        try {
            while (!dropped) {
                byte[] frame = slot.take();
                ticksInWrite.set(0);
                out.write(frame);
                out.flush();
                ticksInWrite.set(NOT_WRITING);
            }
        } catch (IOException goneAway) {
            // The normal end of a page: its window was closed.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            ticksInWrite.set(NOT_WRITING);
            ended.complete(null);
        }
    }
}
