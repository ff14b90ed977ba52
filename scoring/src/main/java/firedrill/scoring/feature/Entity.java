package firedrill.scoring.feature;

/** Entity whose state a feature reads. Names are part of the feature fingerprint. */
public enum Entity {
    EVENT,
    MARKET,
    USER,
    DEVICE,
    NETWORK,
    SOURCE,
    ADDRESS,
    SYMBOL
}
