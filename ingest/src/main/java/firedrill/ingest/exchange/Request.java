package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Member;

/** An order or withdrawal that is not settled yet. */
final class Request {

    final Decided event;
    final Member member;
    final Asker asker;
    Action action = Action.ALLOW;
    long holdMillis;
    boolean isAnswered;

    Request(Decided event, Member member, Asker asker) {
        this.event = event;
        this.member = member;
        this.asker = asker;
    }
}
