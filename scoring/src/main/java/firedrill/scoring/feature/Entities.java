package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/** Which entities an event touches, beyond its user and its device. */
public final class Entities {

    /** The address that receives, 0 if the event has none. */
    public static long addressOf(ExchangeEvent event) {
        return event instanceof Withdrawal withdrawal ? withdrawal.addressId() : 0;
    }

    private Entities() {}
}
