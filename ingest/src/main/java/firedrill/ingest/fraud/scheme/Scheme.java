package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.ring.Attack;

/** How one kind of fraud is done: schedules everything that a strike does. */
public sealed interface Scheme
        permits ControlBypass,
                DepositFraud,
                MulePassThrough,
                PromoFarming,
                PumpAndDump,
                SocialEngineering,
                Spoofing,
                ApiKeyTheft,
                Structuring,
                AccountTakeover,
                WashTrading {

    void schedule(Attack strike);
}
