package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Truth;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Asker.Ending;
import firedrill.ingest.population.Assumptions;
import firedrill.ingest.population.History.Deed;
import firedrill.ingest.population.Member;
import firedrill.ingest.population.Venue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where users stand: takes their requests, sets their money aside, and settles each request once. */
final class Counter implements Venue {

    private static final String PAIR = "BTC-USD";
    private static final String COIN = "BTC";
    /** An honest user or a thief answers a challenge within this time. */
    private static final long STEP_UP_MILLIS = 60_000;

    private final ExchangeSettings settings;
    private final PricePath prices;
    private final Tape tape;
    private final Agenda agenda = new Agenda();
    private final Map<Long, Request> requests = new HashMap<>();
    private long nextId;
    private long nowMillis;
    private long ignoredAnswers;

    Counter(ExchangeSettings settings, PricePath prices, Tape tape, long firstEventId) {
        this.settings = settings;
        this.prices = prices;
        this.tape = tape;
        this.nextId = firstEventId;
        this.nowMillis = settings.startMillis();
    }

    void tellHistory(List<Deed> deeds) {
        for (var deed : deeds) {
            var market = prices.at(deed.timeMillis());
            var member = deed.member();
            long userId = member.userId();
            tape.event(
                    switch (deed.kind()) {
                        case LOGIN -> new Login(nextId++, userId, deed.timeMillis(), market, deed.entityId());
                        case DEPOSIT ->
                            new Deposit(nextId++, userId, deed.timeMillis(), market, deed.cents(), Funding.CRYPTO);
                        case WITHDRAWAL -> settled(deed, market);
                    });
        }
    }

    private Withdrawal settled(Deed deed, Market market) {
        var member = deed.member();
        return new Withdrawal(
                nextId++,
                member.userId(),
                deed.timeMillis(),
                market,
                member.account(),
                member.device(0),
                deed.entityId(),
                COIN,
                deed.cents(),
                Math.max(deed.cents(), member.usualCents()),
                true);
    }

    void runUntil(long timeMillis) {
        while (agenda.nextMillis() <= timeMillis) {
            var item = agenda.take();
            advanceTo(item.timeMillis());
            item.action().run();
        }
        advanceTo(timeMillis);
    }

    void advanceTo(long timeMillis) {
        nowMillis = Math.max(nowMillis, timeMillis);
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public Market market() {
        return prices.at(nowMillis);
    }

    @Override
    public void at(long timeMillis, Runnable action) {
        agenda.add(Math.max(timeMillis, nowMillis), action);
    }

    @Override
    public void login(Member member, long deviceId) {
        tape.event(new Login(nextId++, member.userId(), nowMillis, market(), deviceId));
    }

    @Override
    public void changeCredential(Member member, long deviceId, Credential credential) {
        tape.event(new CredentialChange(nextId++, member.userId(), nowMillis, market(), deviceId, credential));
    }

    @Override
    public void deposit(Member member, long cents, Funding funding) {
        member.deposit(cents);
        tape.event(new Deposit(nextId++, member.userId(), nowMillis, market(), cents, funding));
    }

    @Override
    public void order(Member member, long deviceId, Side side, long cents, Asker asker) {
        long held = side == Side.BUY ? member.cashCents() : member.coinCents();
        if (cents <= held && cents > 0) {
            ask(
                    new Order(
                            nextId++,
                            member.userId(),
                            nowMillis,
                            market(),
                            member.account(),
                            deviceId,
                            PAIR,
                            side,
                            cents,
                            held,
                            false),
                    member,
                    asker,
                    0);
        }
    }

    @Override
    public void withdraw(Member member, long deviceId, long addressId, long cents, Asker asker) {
        long balance = member.balanceCents();
        if (cents <= balance && cents > 0) {
            member.setAside(cents);
            ask(
                    new Withdrawal(
                            nextId++,
                            member.userId(),
                            nowMillis,
                            market(),
                            member.account(),
                            deviceId,
                            addressId,
                            COIN,
                            cents,
                            balance,
                            false),
                    member,
                    asker,
                    cents);
        }
    }

    private void ask(Decided event, Member member, Asker asker, long atRiskCents) {
        requests.put(event.id(), new Request(event, member, asker));
        asker.typology()
                .ifPresent(typology ->
                        tape.truth(new Truth(event.id(), event.userId(), nowMillis, typology, atRiskCents)));
        tape.event(event);
    }

    @Override
    public void tell(Outcome outcome) {
        tape.outcome(outcome);
    }

    void take(Answer answer, long atMillis) {
        var request = requests.get(answer.eventId());
        if (request == null || request.isAnswered) {
            ignoredAnswers++;
            return;
        }
        request.isAnswered = true;
        request.action = answer.action();
        request.holdMillis = answer.holdMillis();
        at(atMillis, () -> carryOut(request));
    }

    private void carryOut(Request request) {
        switch (request.action) {
            case ALLOW -> settle(request, Disposition.RELEASED);
            case STEP_UP -> at(nowMillis + STEP_UP_MILLIS, () -> stepUp(request));
            case HOLD -> hold(request);
            case BLOCK -> settle(request, Disposition.REFUSED);
        }
    }

    private void stepUp(Request request) {
        boolean passed = request.asker.passesStepUp();
        tell(new StepUpResult(request.event.userId(), nowMillis, request.event.id(), passed));
        settle(request, passed ? Disposition.RELEASED : Disposition.ABANDONED);
    }

    private void hold(Request request) {
        var recalled = request.asker.recalledAfterMillis(request.holdMillis);
        long until = nowMillis + recalled.orElse(request.holdMillis);
        at(until, () -> settle(request, recalled.isPresent() ? Disposition.RECALLED : Disposition.RELEASED));
    }

    void missDeadline(long eventId, long atMillis) {
        var request = requests.get(eventId);
        if (request == null || request.isAnswered) {
            return;
        }
        boolean passes = request.event instanceof Order && request.event.amountCents() <= settings.passingOrderCents();
        if (passes) {
            request.isAnswered = true;
        }
        at(atMillis, () -> {
            tell(new MissedDeadline(request.event.userId(), nowMillis, eventId, passes));
            if (passes) {
                settle(request, Disposition.RELEASED);
            }
        });
    }

    private void settle(Request request, Disposition disposition) {
        requests.remove(request.event.id());
        boolean isReleased = disposition == Disposition.RELEASED;
        move(request, isReleased);
        double fell = Math.max(
                0,
                1
                        - (double) prices.priceCents(nowMillis)
                                / request.event.market().priceCents());
        boolean isHonest = request.asker.typology().isEmpty();
        tell(new Settlement(
                request.event.userId(),
                nowMillis,
                request.event.id(),
                disposition,
                request.event.amountCents(),
                isHonest && request.action != Action.ALLOW ? Math.round(request.event.amountCents() * fell) : 0));
        request.asker.settled(
                new Ending(request.event, request.member, request.action, request.holdMillis, disposition, fell));
    }

    private static void move(Request request, boolean isReleased) {
        long cents = request.event.amountCents();
        if (request.event instanceof Withdrawal && !isReleased) {
            request.member.giveBack(cents);
        } else if (request.event instanceof Order order && isReleased) {
            long fee = Math.round(cents * Assumptions.ORDER_FEE_BPS / 10_000);
            if (order.side() == Side.BUY) {
                request.member.buy(cents, fee);
            } else {
                request.member.sell(cents, fee);
            }
        }
    }

    int pending() {
        return requests.size();
    }

    long ignoredAnswers() {
        return ignoredAnswers;
    }
}
