package firedrill.ingest.account;

/**
 * Device and network of a session.
 *
 * @param networkId 0 if unknown
 */
public record ClientSession(long deviceId, long networkId) {}
