package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.fraud.ring.Tactic.Dimension;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import firedrill.ingest.random.RandomStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that one ring chooses and learns. */
public final class RingStrategy {

    private static final AmountChoice[] AMOUNTS = AmountChoice.values();
    private static final DwellTime[] DWELL_TIMES = DwellTime.values();
    private static final DeviceChoice[] DEVICES = DeviceChoice.values();
    private static final AddressChoice[] ADDRESSES = AddressChoice.values();
    private static final TimingChoice[] TIMINGS = TimingChoice.values();

    private final List<FraudTypology> typologies;
    private final MultiArmedBandit typologyBandit;
    private final MultiArmedBandit amountBandit = new MultiArmedBandit(FraudParameters.AMOUNT_PRIOR);
    private final MultiArmedBandit dwellTimeBandit = new MultiArmedBandit(FraudParameters.DWELL_TIME_PRIOR);
    private final MultiArmedBandit deviceBandit = new MultiArmedBandit(FraudParameters.DEVICE_PRIOR);
    private final MultiArmedBandit addressBandit = new MultiArmedBandit(FraudParameters.ADDRESS_PRIOR);
    private final MultiArmedBandit timingBandit = new MultiArmedBandit(FraudParameters.TIMING_PRIOR);

    RingStrategy(RingSpecialty line) {
        typologies = line.typologies();
        typologyBandit = new MultiArmedBandit(line.typologyShares());
    }

    /**
     * The tactic of the strike with this key: which numbers decide it is drawn beforehand, what they mean is learned.
     *
     * @param craft the number that decides what is done, in (0, 1)
     */
    public Tactic choose(RandomStream draws, long key, double craft) {
        return new Tactic(
                typologies.get(typologies.size() == 1 ? 0 : typologyBandit.choose(craft)),
                AMOUNTS[amountBandit.choose(draws.uniform(key, 1))],
                DWELL_TIMES[dwellTimeBandit.choose(draws.uniform(key, 2))],
                DEVICES[deviceBandit.choose(draws.uniform(key, 3))],
                ADDRESSES[addressBandit.choose(draws.uniform(key, 4))],
                TIMINGS[timingBandit.choose(draws.uniform(key, 5))]);
    }

    /**
     * An attempt with this tactic brought this share of what it was meant to bring, in [0, 1]. That tells of what was
     * played, and of nothing else that was chosen.
     */
    public void observe(Tactic tactic, double share) {
        typologyBandit.observe(typologies.indexOf(tactic.typology()), share);
        for (Dimension choice : observedDimensions(tactic.typology())) {
            banditOf(choice).observe(tactic.arm(choice), share);
        }
    }

    /** Tactic dimensions that the outcome of a first attempt depends on. */
    private static Set<Dimension> observedDimensions(FraudTypology typology) {
        return switch (typology) {
            case ACCOUNT_TAKEOVER, SIM_SWAP, MULE_RING, API_KEY_THEFT, DEPOSIT_FRAUD -> EnumSet.allOf(Dimension.class);
            case SOCIAL_ENGINEERING -> EnumSet.complementOf(EnumSet.of(Dimension.DEVICE));
            case STRUCTURING, PROMO_FARMING -> EnumSet.complementOf(EnumSet.of(Dimension.DWELL_TIME));
            case CONTROL_BYPASS -> EnumSet.of(Dimension.AMOUNT, Dimension.DEVICE, Dimension.TIMING);
            case WASH_TRADING, SPOOFING, PUMP_AND_DUMP -> EnumSet.of(Dimension.DEVICE, Dimension.TIMING);
        };
    }

    void updateWeights() {
        typologyBandit.updateWeights();
        for (Dimension choice : Dimension.values()) {
            banditOf(choice).updateWeights();
        }
    }

    /** How likely this is chosen. */
    double probability(Dimension choice, Enum<?> what) {
        return banditOf(choice).probability(what.ordinal());
    }

    private MultiArmedBandit banditOf(Dimension choice) {
        return switch (choice) {
            case AMOUNT -> amountBandit;
            case DWELL_TIME -> dwellTimeBandit;
            case DEVICE -> deviceBandit;
            case ADDRESS -> addressBandit;
            case TIMING -> timingBandit;
        };
    }
}
