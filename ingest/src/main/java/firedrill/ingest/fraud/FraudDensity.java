package firedrill.ingest.fraud;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much more often frauds happen in a run than in life, for the same number of users and the same time.
 *
 * @param timesLife 0 in a run without frauds
 */
public record FraudDensity(double timesLife) {

    /** Life's rates are known to about a digit; more digits would claim a precision that they lack. */
    private static final MathContext SHOWN = new MathContext(2);

    private static final double WHOLE_FROM = 10;

    /** The density as a sentence. */
    public String text() {
        if (timesLife == 0) {
            return "There are no frauds.";
        }
        var shown = BigDecimal.valueOf(timesLife).round(SHOWN);
        var format = timesLife < WHOLE_FROM ? "%,.1f" : "%,.0f";
        return "Frauds are about " + format.formatted(shown) + " times as dense as in life.";
    }
}
