package firedrill.scoring.model;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What code allocates on this thread. */
public final class Allocation {

    private static final int PASSES = 5;

    /**
     * The least of some passes, in bytes: what the code allocates it allocates in each of them, and what the JVM allocates
     * on its behalf, while it compiles or links, only in one.
     */
    public static long minBytes(Runnable code) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            code.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private Allocation() {}
}
