package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Login.Factor;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import firedrill.ingest.population.Ask;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Draft;
import firedrill.ingest.population.Floor;
import firedrill.ingest.population.Request;
import firedrill.ingest.population.Session;
import firedrill.ingest.population.Trace;
import firedrill.ingest.population.Wallet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One account in a thief's hands: logs in, perhaps changes a credential, waits, sells, withdraws. Stopped, the thief tries
 * a smaller amount, another device, another address, or gives up; once the owner notices, it is over.
 */
final class Takeover implements Asker {

    /** As the truth and {@code docs/glossary.md} name it. */
    static final String TYPOLOGY = "account-takeover";

    private static final Optional<String> FRAUD = Optional.of(TYPOLOGY);
    /** Before the first go. */
    private static final int SELLING = -1;

    private static final double HOUR_MILLIS = 3_600_000;
    private static final double MINUTE_MILLIS = 60_000;

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

    private final Plan plan;
    private final Floor floor;
    private final Rings rings;
    private final Draws draws;
    private boolean isOver;

    Takeover(Plan plan, Floor floor, Rings rings, Draws draws) {
        this.plan = plan;
        this.floor = floor;
        this.rings = rings;
        this.draws = draws;
    }

    /** Tells what of it lies before the story, and schedules the rest; a theft of the past is no part of the story. */
    void begin(long storyMillis, Consumer<Trace> before) {
        if (plan.takeMillis() < storyMillis) {
            return;
        }
        step(plan.loginMillis(), storyMillis, this::login, before, Trace.Kind.LOGIN);
        if (plan.changeMillis() > 0) {
            step(plan.changeMillis(), storyMillis, this::changeCredential, before, Trace.Kind.PASSWORD_CHANGE);
        }
        if (plan.returnMillis() > plan.loginMillis()) {
            step(plan.returnMillis(), storyMillis, this::login, before, Trace.Kind.LOGIN);
        }
        if (plan.sellMillis() >= storyMillis) {
            floor.at(
                    plan.sellMillis(),
                    () -> floor.order(ask(SELLING), Draft.market(Asset.BTC, Side.SELL, Long.MAX_VALUE)));
        }
        long take = plan.takeMillis();
        for (int go = 0; go < plan.goes(); go++) {
            int number = go;
            floor.at(take, () -> take(number));
            take += 1
                    + millis(
                            draws.exponential(Assumptions.BETWEEN_GOES_MEAN_MINUTES, plan.key(), -go - 1),
                            MINUTE_MILLIS);
        }
    }

    private void step(long atMillis, long storyMillis, Runnable deed, Consumer<Trace> before, Trace.Kind kind) {
        if (atMillis >= storyMillis) {
            floor.at(atMillis, deed);
        } else {
            before.accept(new Trace(atMillis, plan.victim(), kind, plan.deviceId(), 0, 0));
        }
    }

    private void login() {
        floor.login(plan.victim(), new Session(plan.deviceId(), 0), Factor.PASSWORD);
    }

    private void changeCredential() {
        floor.changeCredential(plan.victim(), plan.deviceId(), Credential.PASSWORD);
    }

    private void take(int go) {
        if (isOver) {
            return;
        }
        Wallet wallet = plan.victim().wallet();
        Prices prices = floor.prices();
        Asset asset = wallet.largest(prices);
        boolean isLast = go == plan.goes() - 1;
        double share = plan.fraction() / (plan.fraction() < 1 ? plan.goes() : plan.goes() - go);
        long wanted = plan.fraction() == 1 && isLast ? Long.MAX_VALUE : (long) (share * wallet.freeCents(prices));
        floor.withdraw(ask(go), asset, plan.addressId(), wanted);
    }

    private Ask ask(int go) {
        return new Ask(plan.victim(), new Session(plan.deviceId(), 0), plan.key() + go, this);
    }

    @Override
    public Optional<String> typology() {
        return FRAUD;
    }

    @Override
    public Challenge challenged(Request request) {
        double seconds = exponential(Assumptions.STEP_UP_MEAN_SECONDS, request, Question.ANSWER_TIME);
        return new Challenge(happens(Assumptions.STEP_UP_PASSED, request, Question.PASSES), 1 + millis(seconds, 1_000));
    }

    @Override
    public long held(Request request, long holdMillis) {
        return 1
                + millis(
                        exponential(Assumptions.OWNER_NOTICES_MEAN_HOURS, request, Question.OWNER_NOTICES),
                        HOUR_MILLIS);
    }

    @Override
    public void settled(Request request, Action action, Disposition disposition) {
        switch (disposition) {
            case RELEASED, LIMITED -> report(request);
            case RECALLED -> isOver = true;
            case REFUSED, ABANDONED -> stopped(request);
        }
    }

    /** The owner finds out about money that left, and says so. */
    private void report(Request request) {
        if (request.isOrder() || happens(Assumptions.NEVER_REPORTED, request, Question.NEVER_REPORTED)) {
            return;
        }
        double hours = draws.logNormal(
                Assumptions.REPORT_MEDIAN_HOURS,
                Assumptions.REPORT_SIGMA,
                request.ask().key(),
                index(request, Question.REPORT_DELAY));
        long at = floor.nowMillis() + 1 + millis(hours, HOUR_MILLIS);
        long userId = request.user().id();
        long eventId = request.event().id();
        floor.at(at, () -> floor.tell(new FraudReport(userId, at, eventId)));
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
        double minutes = exponential(Assumptions.RETRY_MEAN_MINUTES, request, Question.RETRY_TIME);
        floor.at(floor.nowMillis() + 1 + millis(minutes, MINUTE_MILLIS), () -> tryAgain(request, withdrawal));
    }

    private void tryAgain(Request request, Withdrawal before) {
        if (isOver) {
            return;
        }
        int number = request.ask().attempt() + 1;
        long device = before.deviceId();
        if (happens(Assumptions.OTHER_DEVICE, request, Question.OTHER_DEVICE)) {
            device = rings.device(plan.key(), number, plan.victim(), floor.nowMillis());
            floor.login(plan.victim(), new Session(device, 0), Factor.PASSWORD);
        }
        long address = happens(Assumptions.OTHER_ADDRESS, request, Question.OTHER_ADDRESS)
                ? rings.address(plan.key(), number, plan.victim(), floor.nowMillis())
                : before.addressId();
        boolean isSmaller = happens(Assumptions.SMALLER, request, Question.SMALLER);
        long amountCents = isSmaller ? before.amountCents() / 2 : before.amountCents();
        floor.withdraw(request.ask().again(new Session(device, 0)), request.asset(), address, amountCents);
    }

    private boolean happens(double probability, Request request, Question question) {
        return draws.happens(probability, request.ask().key(), index(request, question));
    }

    private double exponential(double mean, Request request, Question question) {
        return draws.exponential(mean, request.ask().key(), index(request, question));
    }

    /** Each attempt is taken afresh. */
    private static long index(Request request, Question question) {
        return (long) request.ask().attempt() * Question.values().length + question.ordinal();
    }

    private static long millis(double amount, double unitMillis) {
        return (long) (amount * unitMillis);
    }
}
