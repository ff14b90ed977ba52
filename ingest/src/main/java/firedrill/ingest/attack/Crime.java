package firedrill.ingest.attack;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Ticket.Kind;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Request;
import firedrill.ingest.population.Session;
import java.util.Optional;

/**
 * What a strike does to one account. Stopped, its ring tries a smaller amount, another device, another address, or gives
 * up; once the owner notices, it is over. What came of each first try the ring remembers.
 */
final class Crime implements Asker {

    private static final double SECONDS_A_MINUTE = 60;
    private static final double MINUTES_AN_HOUR = 60;

    private enum Question {
        PASSES,
        ANSWER_TIME,
        OWNER_NOTICES,
        TRIES_AGAIN,
        RETRY_TIME,
        SMALLER,
        OTHER_DEVICE,
        OTHER_ADDRESS,
        NEVER_REPORTED,
        REPORT_DELAY
    }

    private final Ground ground;
    private final Strike strike;
    private final Harm harm;
    private final Temper temper;
    private final Dice dice;
    private boolean isOver;
    private long quotedCents;

    Crime(Ground ground, Strike strike, Harm harm) {
        this.ground = ground;
        this.strike = strike;
        this.harm = harm;
        temper = Assumptions.temper(strike.typology());
        dice = ground.dice("attack.reaction");
    }

    /** Whether the owner has noticed or the ring has given up. */
    boolean isOver() {
        return isOver;
    }

    /** Cancels what it has resting in the book, and says how much that was. */
    long takeQuotesAway() {
        long cents = quotedCents;
        quotedCents = 0;
        return cents;
    }

    @Override
    public Optional<String> typology() {
        return Optional.of(strike.typology().label());
    }

    @Override
    public long ringId() {
        return strike.ring().id();
    }

    @Override
    public long atRiskCents(Decided event) {
        return harm.cents(event);
    }

    @Override
    public Challenge challenged(Request request) {
        long key = request.ask().key();
        return new Challenge(
                happens(temper.passesStepUp(), request, Question.PASSES),
                dice.about(
                        Assumptions.STEP_UP_MEAN_SECONDS / SECONDS_A_MINUTE,
                        key,
                        index(request, Question.ANSWER_TIME)));
    }

    @Override
    public long held(Request request, long holdMillis) {
        if (!temper.recalls()) {
            return NEVER;
        }
        return dice.about(
                temper.noticesMeanHours() * MINUTES_AN_HOUR,
                request.ask().key(),
                index(request, Question.OWNER_NOTICES));
    }

    @Override
    public void settled(Request request, Action action, Disposition disposition) {
        remember(request, disposition);
        if (disposition == Disposition.RELEASED
                && request.event() instanceof Order order
                && order.ticket().kind() == Kind.LIMIT) {
            quotedCents += order.notionalCents();
        }
        switch (disposition) {
            case RELEASED -> report(request);
            case LIMITED -> {
                report(request);
                stopped(request);
            }
            case RECALLED -> isOver = true;
            case REFUSED, ABANDONED -> stopped(request);
        }
    }

    private void remember(Request request, Disposition disposition) {
        if (request.ask().attempt() > 0 || harm.cents(request.event()) == 0) {
            return;
        }
        double share = switch (disposition) {
            case RELEASED -> 1;
            case LIMITED -> Assumptions.PARTLY;
            case REFUSED, ABANDONED, RECALLED -> 0;
        };
        strike.ring().habits().learn(strike.tactic(), share);
    }

    /** Whoever was harmed finds out, and says so; or somebody who watches the market, or looks into the whole raid. */
    private void report(Request request) {
        boolean isOneCase = temper.isOneCase();
        long key = isOneCase ? strike.key() : request.ask().key();
        long attempt = isOneCase ? 0 : request.ask().attempt();
        boolean isFound = !dice.draws().happens(temper.neverReported(), key, index(attempt, Question.NEVER_REPORTED));
        if (isFound && (isOneCase || harm.cents(request.event()) > 0)) {
            tell(
                    request,
                    dice.median(
                            temper.reportMedianHours() * MINUTES_AN_HOUR,
                            temper.reportSigma(),
                            key,
                            index(attempt, Question.REPORT_DELAY)));
        }
    }

    private void tell(Request request, long afterMillis) {
        long at = ground.floor().nowMillis() + afterMillis;
        long userId = request.user().id();
        long eventId = request.event().id();
        ground.floor().at(at, () -> ground.floor().tell(new FraudReport(userId, at, eventId)));
    }

    private void stopped(Request request) {
        if (isOver || !(request.event() instanceof Withdrawal withdrawal)) {
            return;
        }
        boolean triesAgain = request.ask().attempt() + 1 < Assumptions.MOST_TRIES
                && happens(Assumptions.TRIES_AGAIN, request, Question.TRIES_AGAIN);
        if (!triesAgain) {
            isOver = true;
            return;
        }
        long after =
                dice.about(Assumptions.RETRY_MEAN_MINUTES, request.ask().key(), index(request, Question.RETRY_TIME));
        ground.floor().at(ground.floor().nowMillis() + after, () -> tryAgain(request, withdrawal));
    }

    private void tryAgain(Request request, Withdrawal before) {
        if (isOver) {
            return;
        }
        Ask ask = request.ask();
        int number = ask.attempt() + 1;
        long now = ground.floor().nowMillis();
        Session session = ask.session();
        if (happens(Assumptions.OTHER_DEVICE, request, Question.OTHER_DEVICE)) {
            session = ground.kit().session(strike, ask.user(), number, now);
            ground.login(ask.user(), session, ask.key());
        }
        long address = happens(Assumptions.OTHER_ADDRESS, request, Question.OTHER_ADDRESS)
                ? ground.kit().address(strike, ask.user(), number, now)
                : before.addressId();
        boolean isSmaller = happens(Assumptions.SMALLER, request, Question.SMALLER);
        long amountCents = isSmaller ? before.amountCents() / 2 : before.amountCents();
        ground.floor().withdraw(ask.again(session), request.asset(), address, amountCents);
    }

    private boolean happens(double probability, Request request, Question question) {
        return dice.draws().happens(probability, request.ask().key(), index(request, question));
    }

    /** Each attempt is taken afresh. */
    private static long index(Request request, Question question) {
        return index(request.ask().attempt(), question);
    }

    private static long index(long attempt, Question question) {
        return attempt * Question.values().length + question.ordinal();
    }
}
