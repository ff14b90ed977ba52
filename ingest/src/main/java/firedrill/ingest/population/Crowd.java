package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import java.util.function.LongConsumer;

/**
 * What honest users want to do, second by second.
 *
 * <p>How many want something in a second, who, and what exactly, are draws named by the second and a count: whether an
 * earlier wish was granted changes none of them. A user who has left, or has nothing, wants in vain.
 */
public final class Crowd {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long LEAST_CENTS = 1_000;
    /** Intentions of one kind in one second are fewer. */
    private static final long MOST = 1 << 12;

    private final Chance chance;
    private final Population people;
    private final Venue venue;
    private final WordOfMouth word;

    public Crowd(Chance chance, Population people, Venue venue) {
        this.chance = chance;
        this.people = people;
        this.venue = venue;
        this.word = new WordOfMouth(chance, people, venue);
    }

    /** Plans what is wanted in the second that begins at {@code secondMillis}. */
    public void plan(long secondMillis) {
        var mood = Mood.in(venue.market());
        double perSecond = people.size() / SECONDS_PER_DAY;
        arrivals(0, secondMillis, perSecond * Assumptions.LOGINS_PER_DAY * mood.orders(), this::login);
        arrivals(1, secondMillis, perSecond * Assumptions.DEPOSITS_PER_DAY * mood.deposits(), this::deposit);
        arrivals(2, secondMillis, perSecond * Assumptions.ORDERS_PER_DAY * mood.orders(), this::order);
        arrivals(3, secondMillis, perSecond * Assumptions.WITHDRAWALS_PER_DAY * mood.withdrawals(), this::withdrawal);
    }

    private void arrivals(int kind, long secondMillis, double mean, LongConsumer wish) {
        long second = secondMillis / 1_000;
        int count = chance.poisson(mean, Purpose.ARRIVALS, second, kind);
        for (int i = 0; i < count; i++) {
            long key = (second * 4 + kind) * MOST + i;
            long millis = secondMillis + chance.below(1_000, Purpose.WHEN, key, 0);
            venue.at(millis, () -> wish.accept(key));
        }
    }

    private Member who(long key) {
        return people.byActivity(chance.uniform(Purpose.WHO, key, 0));
    }

    private long device(Member member, long key) {
        return member.device(chance.uniform(Purpose.WITH_WHAT, key, 0));
    }

    private void login(long key) {
        var member = who(key);
        if (!member.hasLeft()) {
            venue.login(member, device(member, key));
        }
    }

    private void deposit(long key) {
        var member = who(key);
        if (member.hasLeft()) {
            return;
        }
        double share = chance.logNormal(0.135, 0.8, Purpose.HOW_MUCH, key, 0);
        var funding = Funding.values()[Math.min(2, chance.below(10, Purpose.HOW, key, 0) / 4)];
        venue.deposit(member, Math.max(LEAST_CENTS, Math.round(share * member.usualCents())), funding);
    }

    private void order(long key) {
        var member = who(key);
        if (member.hasLeft()) {
            return;
        }
        var mood = Mood.in(venue.market());
        boolean sells = chance.happens(Math.min(0.8, 0.5 + 0.15 * mood.fear()), Purpose.HOW, key, 0);
        long held = sells ? member.coinCents() : member.cashCents();
        double share = Math.min(1, chance.logNormal(0.15, 1, Purpose.HOW_MUCH, key, 0));
        ask(
                member,
                held,
                share,
                cents -> venue.order(
                        member, device(member, key), sells ? Side.SELL : Side.BUY, cents, honest(member, key)));
    }

    private static void ask(Member member, long held, double share, LongConsumer request) {
        long cents = Math.round(held * share);
        if (cents >= LEAST_CENTS && !member.hasLeft()) {
            request.accept(cents);
        }
    }

    private void withdrawal(long key) {
        var member = who(key);
        if (member.hasLeft() || member.balanceCents() < LEAST_CENTS) {
            return;
        }
        if (chance.happens(Assumptions.NEW_DEVICE, Purpose.HOW, key, 0)) {
            fromNewDevice(member, key);
        } else if (chance.happens(Assumptions.CREDENTIAL_CHANGE, Purpose.HOW, key, 1)) {
            long device = device(member, key);
            venue.login(member, device);
            venue.changeCredential(member, device, credential(key));
            later(40, key, () -> withdraw(member, device, Assumptions.NEW_ADDRESS, key));
        } else {
            withdraw(member, device(member, key), Assumptions.NEW_ADDRESS, key);
        }
    }

    /** A new phone, a borrowed one, a journey. */
    private void fromNewDevice(Member member, long key) {
        long device = Population.newId(chance, Purpose.WITH_WHAT, key, 1);
        venue.login(member, device);
        if (chance.happens(Assumptions.CREDENTIAL_CHANGE_ON_NEW_DEVICE, Purpose.HOW, key, 2)) {
            venue.changeCredential(member, device, credential(key));
        }
        later(30, key, () -> withdraw(member, device, Assumptions.NEW_ADDRESS_ON_NEW_DEVICE, key));
    }

    private Credential credential(long key) {
        return Credential.values()[chance.below(Credential.values().length, Purpose.HOW, key, 3)];
    }

    private void later(double meanMinutes, long key, Runnable action) {
        double minutes = 1 + chance.exponential(meanMinutes, Purpose.WHEN, key, 1);
        venue.at(venue.nowMillis() + Math.round(minutes * MILLIS_PER_MINUTE), action);
    }

    private void withdraw(Member member, long device, double newAddress, long key) {
        boolean panics = chance.happens(Mood.in(venue.market()).panicDrain(), Purpose.HOW, key, 4);
        boolean drains = panics || chance.happens(Assumptions.DRAIN, Purpose.HOW, key, 5);
        boolean moves = drains && !panics;
        double share = drains
                ? 0.95 + 0.05 * chance.uniform(Purpose.HOW_MUCH, key, 0)
                : Math.min(
                        0.9,
                        StrictMath.exp(Assumptions.USUAL_SHARE
                                + Assumptions.USUAL_SHARE_SIGMA * chance.normal(Purpose.HOW_MUCH, key, 1)));
        double isNew = moves ? Math.max(newAddress, Assumptions.NEW_ADDRESS_WHEN_DRAINING) : newAddress;
        long address = address(member, isNew, key);
        ask(
                member,
                member.balanceCents(),
                share,
                cents -> venue.withdraw(member, device, address, cents, honest(member, key)));
    }

    private long address(Member member, double isNew, long key) {
        double choice = chance.uniform(Purpose.WHERE_TO, key, 0);
        if (choice < isNew) {
            return Population.newId(chance, Purpose.WHERE_TO, key, 1);
        }
        if (choice < isNew + Assumptions.HUB_ADDRESS) {
            return hub(chance, chance.below(Assumptions.HUBS, Purpose.WHERE_TO, key, 2));
        }
        return member.address(chance.uniform(Purpose.WHERE_TO, key, 3));
    }

    /** A deposit address of another exchange or custodian, used by many. */
    public static long hub(Chance chance, int index) {
        return Population.newId(chance, Purpose.WHERE_TO, -1L - index, 9);
    }

    private Asker honest(Member member, long key) {
        return new HonestAsker(chance, venue, word, member, key, 0);
    }
}
