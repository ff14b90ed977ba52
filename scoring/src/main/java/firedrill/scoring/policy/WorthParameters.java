package firedrill.scoring.policy;

import firedrill.ingest.event.Account.Tier;
import java.io.Serializable;

/**
 * Expected lifetime value of a user, from the tier and what the account holds. It rises with the holdings from the floor
 * of the tier towards its ceiling, and is half way where the share of the holdings equals the distance between them.
 *
 * @param balanceShare lifetime value for each dollar of the balance, as long as the tier does not bound it
 * @param holdingsShare the same for each dollar of what an order sells from: a part of the balance
 */
public record WorthParameters(
        double balanceShare,
        double holdingsShare,
        TierWorth retail,
        TierWorth active,
        TierWorth vip,
        TierWorth marketMaker)
        implements Serializable {

    public WorthParameters {
        if (!(balanceShare >= 0 && holdingsShare >= 0)) {
            throw new IllegalArgumentException(
                    "balanceShare and holdingsShare must be at least 0, were " + balanceShare + ", " + holdingsShare);
        }
    }

    /**
     * Bounds of the expected lifetime value of a tier.
     *
     * @param floorUsd of a user who holds nothing, above 0
     * @param ceilingUsd of a user who holds without bound, at least the floor
     */
    public record TierWorth(double floorUsd, double ceilingUsd) implements Serializable {

        public TierWorth {
            if (!(floorUsd > 0 && floorUsd <= ceilingUsd)) {
                throw new IllegalArgumentException(
                        "worths must satisfy 0 < floorUsd <= ceilingUsd, were " + floorUsd + ", " + ceilingUsd);
            }
        }

        double at(double uncappedUsd) {
            double span = ceilingUsd - floorUsd;
            return uncappedUsd <= 0 ? floorUsd : floorUsd + span * uncappedUsd / (uncappedUsd + span);
        }
    }

    double ofBalance(Tier tier, double balanceUsd) {
        return of(tier).at(balanceShare * balanceUsd);
    }

    double ofHoldings(Tier tier, double holdingsUsd) {
        return of(tier).at(holdingsShare * holdingsUsd);
    }

    private TierWorth of(Tier tier) {
        return switch (tier) {
            case RETAIL -> retail;
            case ACTIVE -> active;
            case VIP -> vip;
            case MARKET_MAKER -> marketMaker;
        };
    }
}
