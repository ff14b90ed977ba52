package firedrill.dashboard.health;

import java.util.regex.Pattern;

/** What to do about a failure that the operating system reported; {@code reason} is its own, alone or in a sentence. */
final class StorageRemedy {

    private static final Pattern FULL =
            Pattern.compile("No space left|not enough space|quota exceeded", Pattern.CASE_INSENSITIVE);

    /** The next step while the run goes on, as one sentence. */
    static String whileRunning(String reason) {
        if (FULL.matcher(reason).find()) {
            return "Free some space on the disk of the work folder.";
        }
        return "See firedrill.log in the work folder.";
    }

    /** The next step after the run, as one sentence. */
    static String afterwards(String reason) {
        if (FULL.matcher(reason).find()) {
            return "Free some space on the disk of the work folder, then start again with ./firedrill up.";
        }
        if (reason.contains("Too many open files")) {
            return "Raise the limit of open files (ulimit -n), then start again with ./firedrill up.";
        }
        return "Start again with ./firedrill up.";
    }

    private StorageRemedy() {}
}
