package firedrill.ingest.account;

/**
 * From which device and over which network somebody acts.
 *
 * @param networkId 0 if unknown
 */
public record ClientSession(long deviceId, long networkId) {}
