package firedrill.ingest.attack;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Request;
import java.util.Optional;

/** Who stands behind the everyday life of a ring's account: no fraud yet, and nobody who would be hurt or complain. */
final class Cover implements Asker {

    private static final long ANSWERS_MILLIS = 60_000;

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public Challenge challenged(Request request) {
        return new Challenge(true, ANSWERS_MILLIS);
    }

    @Override
    public long held(Request request, long holdMillis) {
        return NEVER;
    }

    @Override
    public void settled(Request request, Action action, Disposition disposition) {
        // It was only for show.
    }
}
