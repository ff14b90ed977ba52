package firedrill.ingest.population;

/** What brings an honest user to the exchange, and how often on an ordinary day; a {@link Mood} multiplies it. */
enum Intent {
    LOGIN(Assumptions.LOGINS_PER_DAY
            - Assumptions.WITHDRAWALS_PER_DAY * Ways.LOGS_IN_FIRST
            - Assumptions.ORDERS_PER_DAY * Ways.LOGS_IN_TO_TRADE),
    DEPOSIT(Assumptions.DEPOSITS_PER_DAY),
    ORDER(Assumptions.ORDERS_PER_DAY),
    WITHDRAWAL(Assumptions.WITHDRAWALS_PER_DAY),
    CLAIM(Ways.CLAIMS_PER_DAY);

    private static final double SECONDS_A_DAY = 86_400;

    private final double perDay;

    Intent(double perDay) {
        this.perDay = perDay;
    }

    /** Expected number per second of this many users when nothing unusual happens. */
    double perSecond(int users) {
        return perDay / SECONDS_A_DAY * users;
    }
}
