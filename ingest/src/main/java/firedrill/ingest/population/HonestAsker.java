package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.population.Friction.Experience;
import java.util.Optional;
import java.util.OptionalLong;

/** An honest user who asked, and what friction does to them: they wait, retry, complain, leave. */
final class HonestAsker implements Asker {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final double RETRY_MEAN_MINUTES = 20;
    private static final int MOST_ATTEMPTS = 2;

    private final Chance chance;
    private final Venue venue;
    private final WordOfMouth word;
    private final Member member;
    private final long key;
    private final int attempt;

    HonestAsker(Chance chance, Venue venue, WordOfMouth word, Member member, long key, int attempt) {
        this.chance = chance;
        this.venue = venue;
        this.word = word;
        this.member = member;
        this.key = key;
        this.attempt = attempt;
    }

    @Override
    public Optional<String> typology() {
        return Optional.empty();
    }

    @Override
    public boolean passesStepUp() {
        return chance.happens(Assumptions.HONEST_PASSES_STEP_UP, Purpose.STEP_UP, key, attempt);
    }

    @Override
    public OptionalLong recalledAfterMillis(long holdMillis) {
        return OptionalLong.empty();
    }

    @Override
    public void settled(Ending ending) {
        if (ending.action() == Action.ALLOW || member.hasLeft()) {
            return;
        }
        boolean isReleased = ending.disposition() == Disposition.RELEASED;
        if (ending.action() != Action.STEP_UP) {
            complain(ending);
        }
        double leaves = Friction.leaves(experience(ending, isReleased), ending.moveAgainstUser(), member.grieve());
        if (chance.happens(leaves, Purpose.LEAVING, key, attempt)) {
            word.leaves(member, ending.event().id());
        } else if (!isReleased && attempt + 1 < MOST_ATTEMPTS) {
            retry(ending);
        }
    }

    private static Experience experience(Ending ending, boolean isReleased) {
        if (isReleased) {
            if (ending.action() == Action.STEP_UP) {
                return Experience.PASSED_STEP_UP;
            }
            return ending.holdMillis() < HOUR_MILLIS ? Experience.SHORT_HOLD : Experience.LONG_HOLD;
        }
        return ending.event() instanceof Order ? Experience.REFUSED_ORDER : Experience.REFUSED_WITHDRAWAL;
    }

    private void complain(Ending ending) {
        if (chance.happens(Assumptions.COMPLAINS, Purpose.COMPLAINT, key, attempt)) {
            soon(
                    Assumptions.COMPLAINT_MEAN_MINUTES,
                    Purpose.COMPLAINT,
                    () -> venue.tell(new Complaint(
                            member.userId(), venue.nowMillis(), ending.event().id())));
        }
    }

    private void retry(Ending ending) {
        if (chance.happens(Assumptions.RETRIES, Purpose.RETRY, key, attempt)) {
            soon(RETRY_MEAN_MINUTES, Purpose.RETRY, () -> again(ending));
        }
    }

    private void again(Ending ending) {
        var asker = new HonestAsker(chance, venue, word, member, key, attempt + 1);
        if (member.hasLeft()) {
            return;
        }
        if (ending.event() instanceof Withdrawal withdrawal) {
            venue.withdraw(member, withdrawal.deviceId(), withdrawal.addressId(), withdrawal.amountCents(), asker);
        } else if (ending.event() instanceof Order order) {
            venue.order(member, order.deviceId(), order.side(), order.notionalCents(), asker);
        }
    }

    private void soon(double meanMinutes, Purpose purpose, Runnable action) {
        double minutes = 1 + chance.exponential(meanMinutes, purpose, ~key, attempt);
        venue.at(venue.nowMillis() + Math.round(minutes * MILLIS_PER_MINUTE), action);
    }
}
