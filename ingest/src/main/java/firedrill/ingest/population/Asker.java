package firedrill.ingest.population;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.util.Optional;
import java.util.OptionalLong;

/** Whoever asked for an order or a withdrawal, and how they take the answer. */
public interface Asker {

    /** The fraud it is, empty for an honest user. */
    Optional<String> typology();

    boolean passesStepUp();

    /** When the account's owner recalls a request that is held for {@code holdMillis}, from its start; empty if never. */
    OptionalLong recalledAfterMillis(long holdMillis);

    /** Is told how it ended. */
    void settled(Ending ending);

    /**
     * How a request ended.
     *
     * @param action what the exchange was told to do; ALLOW also where the fail mode let it pass
     * @param holdMillis how long it was held, 0 if it was not
     * @param moveAgainstUser share by which the price fell while it waited, at least 0
     */
    record Ending(
            Decided event,
            Member member,
            Action action,
            long holdMillis,
            Disposition disposition,
            double moveAgainstUser) {}
}
