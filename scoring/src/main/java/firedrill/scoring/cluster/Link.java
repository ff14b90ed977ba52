package firedrill.scoring.cluster;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import java.util.List;

/** That a user used a thing. */
record Link(long userId, Kind kind, long thingId) {

    /** What ties users together; networks do not, for strangers share them. */
    enum Kind {
        DEVICE,
        ADDRESS,
        SOURCE
    }

    /** What {@code event} ties its user to; orders and changes of credentials come from devices that a login told. */
    static List<Link> of(ExchangeEvent event) {
        if (event instanceof Login login) {
            return List.of(new Link(login.userId(), Kind.DEVICE, login.deviceId()));
        }
        if (event instanceof Withdrawal withdrawal) {
            return List.of(
                    new Link(withdrawal.userId(), Kind.DEVICE, withdrawal.deviceId()),
                    new Link(withdrawal.userId(), Kind.ADDRESS, withdrawal.addressId()));
        }
        return event instanceof Deposit deposit && deposit.sourceId() != 0
                ? List.of(new Link(deposit.userId(), Kind.SOURCE, deposit.sourceId()))
                : List.of();
    }

    Thing thing() {
        return new Thing(kind, thingId);
    }

    /** A device, an address or a source. */
    record Thing(Kind kind, long id) {}
}
