package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.RegimeParameters;
import java.util.Objects;

/** Parameters of the regimes in units of a second, and the Markov chain between them, which switches once a minute. */
final class RegimeModel {

    private final RegimeParameters[] parameters = new RegimeParameters[Regime.values().length];
    private final double[] sigmaPerSecond = new double[parameters.length];
    private final double calmExitProbability;
    private final double normalToCalmProbability;
    private final double normalToStressProbability;
    private final double stressExitProbability;
    private final double calmNormalBoundary;
    private final double normalStressBoundary;

    RegimeModel(MarketParameters market) {
        for (Regime regime : Regime.values()) {
            RegimeParameters each = Objects.requireNonNull(market.regimes().get(regime));
            parameters[regime.ordinal()] = each;
            sigmaPerSecond[regime.ordinal()] = each.annualVolatility() / Math.sqrt(MarketParameters.SECONDS_PER_YEAR);
        }
        calmExitProbability = 1 / of(Regime.CALM).meanStayMinutes();
        normalToCalmProbability =
                (1 - market.stressShareOfExits()) / of(Regime.NORMAL).meanStayMinutes();
        normalToStressProbability =
                market.stressShareOfExits() / of(Regime.NORMAL).meanStayMinutes();
        stressExitProbability = 1 / of(Regime.STRESS).meanStayMinutes();
        calmNormalBoundary = boundary(Regime.CALM);
        normalStressBoundary = boundary(Regime.STRESS);
    }

    /** Geometric mean of the volatilities of a regime and the normal one, relative to the normal one. */
    private double boundary(Regime regime) {
        return Math.sqrt(of(regime).annualVolatility() / of(Regime.NORMAL).annualVolatility());
    }

    RegimeParameters of(Regime regime) {
        return parameters[regime.ordinal()];
    }

    /** Standard deviation of the logarithmic return of a second, without jumps. */
    double sigmaPerSecond(Regime regime) {
        return sigmaPerSecond[regime.ordinal()];
    }

    /** Standard deviation of the logarithmic return of a second in the normal regime. */
    double baselineSigma() {
        return sigmaPerSecond(Regime.NORMAL);
    }

    /** The regime a minute later; {@code uniform} in (0, 1). */
    Regime next(Regime regime, double uniform) {
        return switch (regime) {
            case CALM -> uniform < calmExitProbability ? Regime.NORMAL : Regime.CALM;
            case NORMAL -> {
                if (uniform < normalToCalmProbability) {
                    yield Regime.CALM;
                }
                yield uniform < normalToCalmProbability + normalToStressProbability ? Regime.STRESS : Regime.NORMAL;
            }
            case STRESS -> uniform < stressExitProbability ? Regime.NORMAL : Regime.STRESS;
        };
    }

    /** The regime with this volatility, relative to the normal regime; used for recorded prices. */
    Regime classify(double relativeVolatility) {
        if (relativeVolatility < calmNormalBoundary) {
            return Regime.CALM;
        }
        return relativeVolatility < normalStressBoundary ? Regime.NORMAL : Regime.STRESS;
    }
}
