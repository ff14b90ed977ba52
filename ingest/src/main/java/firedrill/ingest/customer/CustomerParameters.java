package firedrill.ingest.customer;

import firedrill.ingest.account.AddressParameters;
import firedrill.ingest.account.ArchetypeParameters;
import firedrill.ingest.account.NetworkParameters;
import firedrill.ingest.account.ProfileParameters;
import firedrill.ingest.account.SessionParameters;

/** Parameters of customers: accounts, arrivals, behaviour, reactions. Bound to {@code parameters/customer.yaml}. */
public record CustomerParameters(
        ProfileParameters profiles,
        ArchetypeParameters archetypes,
        AddressParameters addresses,
        NetworkParameters networks,
        SessionParameters sessions,
        RateParameters rates,
        StressParameters stress,
        DiurnalParameters diurnal,
        AirdropParameters airdrops,
        NewsRallyParameters newsRallies,
        LoginParameters logins,
        RecurringAmountParameters recurringAmounts,
        DepositParameters deposits,
        WithdrawalParameters withdrawals,
        TradingParameters trading,
        AlgorithmicTradingParameters algorithmicTrading,
        PromotionParameters promotions,
        HistoryParameters history,
        FrictionParameters friction,
        ComplaintParameters complaints,
        ChurnParameters churn,
        TheftParameters theft,
        SocialGraphParameters socialGraph) {

    private static final double SECONDS_PER_DAY = 86_400;

    public CustomerParameters {
        if (rates.loginsPerDay() < impliedLoginsPerDay(rates, withdrawals, trading)) {
            throw new IllegalArgumentException("rates.loginsPerDay must be at least the logins before withdrawals and"
                    + " trades, " + impliedLoginsPerDay(rates, withdrawals, trading) + ", was " + rates.loginsPerDay());
        }
    }

    private static double impliedLoginsPerDay(
            RateParameters rates, WithdrawalParameters withdrawals, TradingParameters trading) {
        return rates.withdrawalsPerDay() * withdrawals.login() + rates.ordersPerDay() * trading.login();
    }

    /** Expected number of activities per second of this many customers in a normal market. */
    public double ratePerSecond(ActivityType activity, int customers) {
        return ratePerDay(activity) / SECONDS_PER_DAY * customers;
    }

    private double ratePerDay(ActivityType activity) {
        return switch (activity) {
            case LOGIN ->
                rates.loginsPerDay()
                        - rates.withdrawalsPerDay() * withdrawals.login()
                        - rates.ordersPerDay() * trading.login();
            case DEPOSIT -> rates.depositsPerDay();
            case ORDER -> rates.ordersPerDay();
            case WITHDRAWAL -> rates.withdrawalsPerDay();
            case CLAIM -> rates.promotionsPerDay();
        };
    }
}
