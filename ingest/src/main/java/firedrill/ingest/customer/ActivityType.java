package firedrill.ingest.customer;

import firedrill.ingest.account.CustomerParameters;

/** What brings an honest user to the exchange, and how often on an ordinary day; a {@link MarketStress} multiplies it. */
public enum ActivityType {
    LOGIN(CustomerParameters.LOGINS_PER_DAY
            - CustomerParameters.WITHDRAWALS_PER_DAY * BehaviourParameters.LOGIN_BEFORE_WITHDRAWAL
            - CustomerParameters.ORDERS_PER_DAY * BehaviourParameters.LOGIN_BEFORE_TRADE),
    DEPOSIT(CustomerParameters.DEPOSITS_PER_DAY),
    ORDER(CustomerParameters.ORDERS_PER_DAY),
    WITHDRAWAL(CustomerParameters.WITHDRAWALS_PER_DAY),
    CLAIM(BehaviourParameters.CLAIMS_PER_DAY);

    private static final double SECONDS_A_DAY = 86_400;

    private final double perDay;

    ActivityType(double perDay) {
        this.perDay = perDay;
    }

    /** Expected number per second of this many users when nothing unusual happens. */
    public double ratePerSecond(int users) {
        return perDay / SECONDS_A_DAY * users;
    }
}
