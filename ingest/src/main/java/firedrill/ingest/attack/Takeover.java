package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import firedrill.ingest.event.ExchangeEvent.CredentialChange.Credential;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.population.Asker;
import firedrill.ingest.population.Assumptions;
import firedrill.ingest.population.Crowd;
import firedrill.ingest.population.Member;
import firedrill.ingest.population.Population;
import firedrill.ingest.population.Venue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One account taken over, from the first login to the last attempt: sell out, withdraw, and when stopped try less, from
 * elsewhere, to elsewhere. It knows the exchange's answers and nothing else.
 */
final class Takeover implements Asker {

    /** As truth names it. */
    static final String TYPOLOGY = "account-takeover";

    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final long LEAST_CENTS = 2_000;

    private final Chance chance;
    private final Venue venue;
    private final Ring ring;
    private final Member victim;
    private final long key;
    private long device;
    private int attempts;
    private int partsLeft;
    private double share;

    Takeover(Chance chance, Venue venue, Ring ring, Member victim, long key) {
        this.chance = chance;
        this.venue = venue;
        this.ring = ring;
        this.victim = victim;
        this.key = key;
        plan();
    }

    private void plan() {
        double style = chance.uniform(Purpose.HOW_MUCH, key, 0);
        boolean all = style < AttackAssumptions.ALL_AT_ONCE;
        boolean parts = !all && style < AttackAssumptions.ALL_AT_ONCE + AttackAssumptions.IN_PARTS;
        partsLeft = parts ? 2 + chance.below(2, Purpose.HOW_MUCH, key, 1) : 1;
        double modest = 0.2 + 0.4 * chance.uniform(Purpose.HOW_MUCH, key, 2);
        share = all || parts ? 0.9 + 0.1 * chance.uniform(Purpose.HOW_MUCH, key, 3) : modest;
    }

    void begin() {
        device = device();
        venue.login(victim, device);
        boolean changes = chance.happens(AttackAssumptions.CHANGES_CREDENTIAL, Purpose.HOW, key, 0);
        double waitMinutes = 5 + chance.exponential(25, Purpose.WHEN, key, 0);
        if (changes) {
            venue.changeCredential(victim, device, Credential.values()[chance.below(2, Purpose.HOW, key, 1)]);
            boolean isPatient = chance.happens(AttackAssumptions.PATIENT, Purpose.HOW, key, 2);
            waitMinutes += isPatient ? 1_440 + chance.exponential(600, Purpose.WHEN, key, 1) : 0;
        }
        after(waitMinutes, this::prepare);
    }

    private long device() {
        double choice = chance.uniform(Purpose.WITH_WHAT, key, attempts);
        if (choice < AttackAssumptions.VICTIMS_DEVICE && attempts == 0) {
            return victim.device(0);
        }
        if (choice < AttackAssumptions.VICTIMS_DEVICE + AttackAssumptions.RING_DEVICE) {
            return ring.device(chance.uniform(Purpose.WITH_WHAT, ~key, attempts), venue.nowMillis());
        }
        return Population.newId(chance, Purpose.WITH_WHAT, key, attempts);
    }

    private long address() {
        double choice = chance.uniform(Purpose.WHERE_TO, key, attempts);
        if (choice < AttackAssumptions.RING_ADDRESS) {
            return ring.address(chance.uniform(Purpose.WHERE_TO, ~key, attempts), venue.nowMillis());
        }
        if (choice < AttackAssumptions.RING_ADDRESS + AttackAssumptions.HUB_ADDRESS) {
            return Crowd.hub(chance, chance.below(Assumptions.HUBS, Purpose.WHERE_TO, ~key, attempts));
        }
        return Population.newId(chance, Purpose.WHERE_TO, key, attempts);
    }

    private void prepare() {
        boolean sells = chance.happens(AttackAssumptions.SELLS_FIRST, Purpose.HOW, key, 3);
        if (sells && victim.coinCents() > LEAST_CENTS) {
            venue.order(victim, device, Side.SELL, victim.coinCents(), new Seller());
        }
        after(2 + chance.exponential(8, Purpose.WHEN, key, 2), this::withdraw);
    }

    private void withdraw() {
        long cents = Math.round(victim.balanceCents() * share / partsLeft);
        if (cents >= LEAST_CENTS && !victim.hasLeft()) {
            venue.withdraw(victim, device, address(), cents, this);
        }
    }

    @Override
    public Optional<String> typology() {
        return Optional.of(TYPOLOGY);
    }

    @Override
    public boolean passesStepUp() {
        return chance.happens(AttackAssumptions.PASSES_STEP_UP, Purpose.STEP_UP, key, attempts);
    }

    @Override
    public OptionalLong recalledAfterMillis(long holdMillis) {
        double noticed =
                chance.exponential(AttackAssumptions.NOTICED_MEAN_MINUTES * MINUTE_MILLIS, Purpose.HOLD, key, attempts);
        return noticed < holdMillis ? OptionalLong.of(Math.round(noticed)) : OptionalLong.empty();
    }

    @Override
    public void settled(Ending ending) {
        attempts++;
        if (ending.disposition() == Disposition.RELEASED) {
            report(ending);
            partsLeft--;
            if (partsLeft > 0) {
                after(3 + chance.exponential(15, Purpose.RETRY, key, attempts), this::withdraw);
            }
        } else if (ending.disposition() != Disposition.RECALLED) {
            retry();
        }
    }

    private void retry() {
        if (attempts >= AttackAssumptions.MOST_ATTEMPTS
                || !chance.happens(AttackAssumptions.RETRIES, Purpose.RETRY, ~key, attempts)) {
            return;
        }
        share *= 0.5;
        after(10 + chance.exponential(40, Purpose.RETRY, key, attempts), () -> {
            device = device();
            venue.login(victim, device);
            withdraw();
        });
    }

    private void report(Ending ending) {
        if (!chance.happens(AttackAssumptions.NEVER_REPORTED, Purpose.REPORT, key, 0)) {
            double hours = chance.logNormal(
                    AttackAssumptions.REPORT_MEDIAN_HOURS, AttackAssumptions.REPORT_SIGMA, Purpose.REPORT, key, 1);
            long eventId = ending.event().id();
            venue.at(
                    venue.nowMillis() + Math.round(hours * HOUR_MILLIS),
                    () -> venue.tell(new FraudReport(victim.userId(), venue.nowMillis(), eventId)));
        }
    }

    private void after(double minutes, Runnable action) {
        venue.at(venue.nowMillis() + Math.round(minutes * MINUTE_MILLIS), () -> {
            if (!victim.hasLeft()) {
                action.run();
            }
        });
    }

    /** Sells the victim's coins; whether that works changes nothing, the withdrawal is what counts. */
    private final class Seller implements Asker {

        @Override
        public Optional<String> typology() {
            return Optional.of(TYPOLOGY);
        }

        @Override
        public boolean passesStepUp() {
            return chance.happens(AttackAssumptions.PASSES_STEP_UP, Purpose.STEP_UP, ~key, 0);
        }

        @Override
        public OptionalLong recalledAfterMillis(long holdMillis) {
            return OptionalLong.empty();
        }

        @Override
        public void settled(Ending ending) {
            // The order was preparation only.
        }
    }
}
