package firedrill.scoring.feature;

/** Whose memory a feature comes from. */
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
