package firedrill.dashboard.runtime;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/**
 * How many files, sockets included, one process of this program may have open.
 *
 * <p>Java raises the soft limit to the hard one at its start, and a child process inherits it, so this is the hard limit.
 */
public final class OpenFileLimit {

    /** A run: its libraries, the topics' segments and their indices, connections. */
    static final long FOR_A_RUN = 1_024;

    /** Any command: the libraries alone are some 170 files. */
    static final long FOR_ANY_COMMAND = 256;

    /** The limit of this process; empty where the system does not tell. */
    static OptionalLong current() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /** Throws if this process may not open enough files for its own classes. */
    public static void requireForAnyCommand() throws UserFacingException {
        require(current(), FOR_ANY_COMMAND);
    }

    /** Throws if broker and job would run out of files. */
    public static void requireForARun() throws UserFacingException {
        require(current(), FOR_A_RUN);
    }

    static void require(OptionalLong limit, long needed) throws UserFacingException {
        if (limit.isPresent() && limit.getAsLong() < needed) {
            throw new UserFacingException(refusal(limit.getAsLong(), needed));
        }
    }

    private static String refusal(long limit, long needed) {
        return "This process may have " + limit + " files open, and " + needed
                + " are needed: raise the hard limit (ulimit -Hn, or the limits of the service or container).";
    }

    private OpenFileLimit() {}
}
