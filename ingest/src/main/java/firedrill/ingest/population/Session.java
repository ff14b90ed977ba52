package firedrill.ingest.population;

/**
 * From which device and over which network somebody acts.
 *
 * @param networkId 0 if unknown
 */
public record Session(long deviceId, long networkId) {}
