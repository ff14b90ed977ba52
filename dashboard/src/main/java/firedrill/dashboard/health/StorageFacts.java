package firedrill.dashboard.health;

/**
 * The work folder at one moment.
 *
 * @param exists whether it is the folder that the run opened
 * @param writeFailure why the last attempt to write there failed, in the system's words; empty if it did not
 */
public record StorageFacts(String folder, boolean exists, String writeFailure) {

    /** A folder that can be written. */
    public static StorageFacts usable(String folder) {
        return new StorageFacts(folder, true, "");
    }
}
