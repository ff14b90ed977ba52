package firedrill.ingest.customer;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.parameters.UniformRange;

/** Deposits and what follows them. Units, ranges and sources are in {@code parameters/customer.yaml}. */
public record DepositParameters(
        RailShares rails,
        int bankReversibleDays,
        int cardReversibleDays,
        double employerShare,
        int employers,
        double fromCustodianShare,
        double fromNewAddressShare,
        double amountToWealthMedian,
        double amountSigma,
        double recurringAmountShare,
        double promoHunterRate,
        double promoHunterAmountFactor,
        double returnRate,
        int returnDays,
        double sellCoins,
        UniformRange depositToSaleMinutes,
        double withdrawSaleProceeds,
        UniformRange saleToWithdrawalMinutes,
        double buyWithCash,
        double newcomerBuyWithCash,
        UniformRange depositToPurchaseMinutes,
        double withdrawBoughtCoins,
        double newcomerWithdrawBoughtCoins,
        double newcomerWithdrawBoughtCoinsInRally,
        double rallyReturnZ,
        UniformRange purchaseToWithdrawalMinutes) {

    /** Factor of the deposit amounts of an archetype. */
    public double amountFactor(Archetype archetype) {
        return archetype == Archetype.PROMO_HUNTER ? promoHunterAmountFactor : 1;
    }

    /** Shares of deposits by rail and archetype; the rest are paid by card. */
    public record RailShares(
            double ordinaryCrypto,
            double ordinaryBank,
            double recurringBuyerCrypto,
            double recurringBuyerBank,
            double newcomerCrypto,
            double newcomerBank) {

        public double crypto(Archetype archetype) {
            return switch (archetype) {
                case NEWCOMER -> newcomerCrypto;
                case RECURRING_BUYER -> recurringBuyerCrypto;
                default -> ordinaryCrypto;
            };
        }

        public double bank(Archetype archetype) {
            return switch (archetype) {
                case NEWCOMER -> newcomerBank;
                case RECURRING_BUYER -> recurringBuyerBank;
                default -> ordinaryBank;
            };
        }
    }
}
