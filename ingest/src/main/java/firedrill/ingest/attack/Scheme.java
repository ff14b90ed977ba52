package firedrill.ingest.attack;

/** How one kind of fraud is done: schedules everything that a strike does. */
sealed interface Scheme
        permits Bypass,
                DepositFraud,
                MuleRun,
                PromoFarm,
                PumpAndDump,
                Scam,
                Spoofing,
                StolenKeys,
                Structuring,
                Takeover,
                WashTrading {

    void begin(Strike strike);
}
