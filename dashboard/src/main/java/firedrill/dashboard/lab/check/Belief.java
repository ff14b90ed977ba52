package firedrill.dashboard.lab.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What one action on honest requests was believed to cost, and what it cost.
 *
 * @param kind order or withdrawal
 * @param requests number of honest requests that were treated so
 * @param believedUsd mean cost by the policy at the time of the decision: lifetime value and fees, without labour
 * @param realisedUsd mean expected lifetime value lost because of the request, and fees
 */
public record Belief(
        MarketPhase market,
        EventKind kind,
        Action action,
        Tier tier,
        long requests,
        double believedUsd,
        double realisedUsd) {

    /** Believed over realised cost; null if nothing was realised. */
    @JsonProperty
    public @Nullable Double ratio() {
        return realisedUsd > 0 ? believedUsd / realisedUsd : null;
    }

    /** Factor by which the belief misses, either way; at least 1, infinite if nothing was realised. */
    double miss() {
        return Math.max(believedUsd / realisedUsd, realisedUsd / believedUsd);
    }
}
