package firedrill.ingest.fraud.parameters;

/** Delay from a login to the first manual order of a market abuse scheme. */
public record LoginToTradeParameters(
        double shortShare, double shortMinMinutes, double shortMaxMinutes, double maxMinutes) {}
