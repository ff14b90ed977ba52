package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;
import firedrill.ingest.fraud.parameters.FraudParameters;
import firedrill.ingest.fraud.parameters.LearningParameters;
import firedrill.ingest.fraud.parameters.TacticPriors;
import firedrill.ingest.fraud.ring.Tactic.AddressChoice;
import firedrill.ingest.fraud.ring.Tactic.AmountChoice;
import firedrill.ingest.fraud.ring.Tactic.DeviceChoice;
import firedrill.ingest.fraud.ring.Tactic.Dimension;
import firedrill.ingest.fraud.ring.Tactic.DwellTime;
import firedrill.ingest.fraud.ring.Tactic.TimingChoice;
import firedrill.ingest.random.RandomStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Strategy of a ring: one bandit over its typologies and one per tactic dimension. */
public final class RingStrategy {

    private static final AmountChoice[] AMOUNTS = AmountChoice.values();
    private static final DwellTime[] DWELL_TIMES = DwellTime.values();
    private static final DeviceChoice[] DEVICES = DeviceChoice.values();
    private static final AddressChoice[] ADDRESSES = AddressChoice.values();
    private static final TimingChoice[] TIMINGS = TimingChoice.values();

    private final List<FraudTypology> typologies;
    private final MultiArmedBandit typologyBandit;
    private final Map<Dimension, MultiArmedBandit> tacticBandits = new EnumMap<>(Dimension.class);

    RingStrategy(RingSpecialty specialty, FraudParameters parameters) {
        LearningParameters learning = parameters.learning();
        typologies = specialty.typologies();
        typologyBandit = new MultiArmedBandit(learning, specialty.typologyWeights(parameters.mix()));
        for (Dimension dimension : Dimension.values()) {
            tacticBandits.put(dimension, new MultiArmedBandit(learning, prior(dimension, parameters.prior())));
        }
    }

    private static double[] prior(Dimension dimension, TacticPriors priors) {
        return switch (dimension) {
            case AMOUNT -> priors.amount().weights();
            case DWELL_TIME -> priors.dwellTime().weights();
            case DEVICE -> priors.device().weights();
            case ADDRESS -> priors.address().weights();
            case TIMING -> priors.timing().weights();
        };
    }

    /**
     * Tactic of the attack with this key. The draws do not depend on what was learned; their meaning does.
     *
     * @param typologyDraw in (0, 1), selects the typology
     */
    public Tactic choose(RandomStream stream, long key, double typologyDraw) {
        return new Tactic(
                typologies.get(typologies.size() == 1 ? 0 : typologyBandit.choose(typologyDraw)),
                AMOUNTS[arm(Dimension.AMOUNT, stream.uniform(key, TacticDraw.AMOUNT))],
                DWELL_TIMES[arm(Dimension.DWELL_TIME, stream.uniform(key, TacticDraw.DWELL_TIME))],
                DEVICES[arm(Dimension.DEVICE, stream.uniform(key, TacticDraw.DEVICE))],
                ADDRESSES[arm(Dimension.ADDRESS, stream.uniform(key, TacticDraw.ADDRESS))],
                TIMINGS[arm(Dimension.TIMING, stream.uniform(key, TacticDraw.TIMING))]);
    }

    /** Records the reward of a first attempt, in [0, 1], for the dimensions that its outcome depends on. */
    public void observe(Tactic tactic, double reward) {
        typologyBandit.observe(typologies.indexOf(tactic.typology()), reward);
        for (Dimension dimension : observedDimensions(tactic.typology())) {
            bandit(dimension).observe(tactic.arm(dimension), reward);
        }
    }

    private static Set<Dimension> observedDimensions(FraudTypology typology) {
        return switch (typology) {
            case ACCOUNT_TAKEOVER, SIM_SWAP, MULE_RING, API_KEY_THEFT, DEPOSIT_FRAUD -> EnumSet.allOf(Dimension.class);
            // The victim pays in what the ring asks for, so instalments say nothing about amounts that a rule stops.
            case SOCIAL_ENGINEERING -> EnumSet.complementOf(EnumSet.of(Dimension.DEVICE, Dimension.AMOUNT));
            case STRUCTURING, PROMO_FARMING -> EnumSet.complementOf(EnumSet.of(Dimension.DWELL_TIME));
            case CONTROL_BYPASS -> EnumSet.of(Dimension.AMOUNT, Dimension.DEVICE, Dimension.TIMING);
            case WASH_TRADING, SPOOFING, PUMP_AND_DUMP -> EnumSet.of(Dimension.DEVICE, Dimension.TIMING);
        };
    }

    void updateWeights() {
        typologyBandit.updateWeights();
        tacticBandits.values().forEach(MultiArmedBandit::updateWeights);
    }

    /** Current probability of a choice. */
    double probability(Dimension dimension, Enum<?> choice) {
        return bandit(dimension).probability(choice.ordinal());
    }

    private int arm(Dimension dimension, double uniform) {
        return bandit(dimension).choose(uniform);
    }

    private MultiArmedBandit bandit(Dimension dimension) {
        return Objects.requireNonNull(tacticBandits.get(dimension));
    }
}
