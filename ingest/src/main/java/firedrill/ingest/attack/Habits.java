package firedrill.ingest.attack;

import firedrill.ingest.attack.Tactic.AddressChoice;
import firedrill.ingest.attack.Tactic.Amount;
import firedrill.ingest.attack.Tactic.Choice;
import firedrill.ingest.attack.Tactic.DeviceChoice;
import firedrill.ingest.attack.Tactic.Pause;
import firedrill.ingest.attack.Tactic.Timing;
import firedrill.ingest.chance.Draws;
import java.util.List;

/** Everything that one ring chooses and learns. */
final class Habits {

    private static final Amount[] AMOUNTS = Amount.values();
    private static final Pause[] PAUSES = Pause.values();
    private static final DeviceChoice[] DEVICES = DeviceChoice.values();
    private static final AddressChoice[] ADDRESSES = AddressChoice.values();
    private static final Timing[] TIMINGS = Timing.values();

    private final List<Typology> known;
    private final Bandit crafts;
    private final Bandit amounts = new Bandit(Assumptions.AMOUNTS);
    private final Bandit pauses = new Bandit(Assumptions.PAUSES);
    private final Bandit devices = new Bandit(Assumptions.DEVICES);
    private final Bandit addresses = new Bandit(Assumptions.ADDRESSES);
    private final Bandit timings = new Bandit(Assumptions.TIMINGS);

    Habits(Line line) {
        known = line.crafts();
        crafts = new Bandit(line.craftShares());
    }

    /**
     * The tactic of the strike with this key: which numbers decide it is drawn beforehand, what they mean is learned.
     *
     * @param craft the number that decides what is done, in (0, 1)
     */
    Tactic choose(Draws draws, long key, double craft) {
        return new Tactic(
                known.get(known.size() == 1 ? 0 : crafts.choose(craft)),
                AMOUNTS[amounts.choose(draws.uniform(key, 1))],
                PAUSES[pauses.choose(draws.uniform(key, 2))],
                DEVICES[devices.choose(draws.uniform(key, 3))],
                ADDRESSES[addresses.choose(draws.uniform(key, 4))],
                TIMINGS[timings.choose(draws.uniform(key, 5))]);
    }

    /**
     * An attempt with this tactic brought this share of what it was meant to bring, in [0, 1]. That tells of what was
     * played, and of nothing else that was chosen.
     */
    void learn(Tactic tactic, double share) {
        crafts.learn(known.indexOf(tactic.craft()), share);
        for (Choice choice : tactic.craft().plays()) {
            of(choice).learn(tactic.arm(choice), share);
        }
    }

    void ponder() {
        crafts.ponder();
        for (Choice choice : Choice.values()) {
            of(choice).ponder();
        }
    }

    /** How likely this is chosen. */
    double probability(Choice choice, Enum<?> what) {
        return of(choice).probability(what.ordinal());
    }

    private Bandit of(Choice choice) {
        return switch (choice) {
            case AMOUNT -> amounts;
            case PAUSE -> pauses;
            case DEVICE -> devices;
            case ADDRESS -> addresses;
            case TIMING -> timings;
        };
    }
}
