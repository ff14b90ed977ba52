package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Fingerprint;

/**
 * From a probability to the action of least expected cost, event by event: there is no global threshold.
 *
 * <p>An action {@code a} costs {@code p (1 - stops_a) loss + (1 - p) friction_a}. Against letting through, an action that
 * stops everything pays when {@code p > friction / (friction + loss)}: Bayes minimum risk (A. C. Bahnsen et al., 2013).
 * It needs a calibrated {@code p}. Costs are of one honest user wrongly treated, in US dollars, for a user worth $1,000:
 * that times the chance to leave, lost fees, support. Users are worth that on average, but a log-normal in which 1 % hold
 * 40 % makes the 96.4 % retail users worth 0.4 times as much, the 3 % active ones 9 and the 0.6 % above them 55 times.
 *
 * @param recoveredShare of stolen coins, in [0, 1]; 0.03, assumed range 0 to 0.1
 * @param orderLossShare of an order's amount that is lost if it is fraud, in [0, 1]: no money leaves, it prepares the
 *     theft; assumed 0.005
 * @param stepUpCostUsd of a challenge; 25
 * @param holdCostUsd of a short hold; 150, at least {@code stepUpCostUsd}
 * @param blockCostUsd of a refusal; 600, at least {@code holdCostUsd}
 * @param retailFactor on costs for retail users, above 0; 0.4
 * @param activeFactor on costs for active users, above 0; 9
 * @param vipFactor on costs for VIPs and market makers, above 0; 55
 * @param spikeFactor on costs while the market moves, at least 1; 2.5, assumed range 1.5 to 4
 * @param spikeVolatilityZ volatility from which the market moves, standard deviations; assumed 3
 * @param stepUpStops share of frauds that fail a challenge, in [0, 1]; 0.85, assumed range 0.6 to 0.98
 * @param freshStepUpStops the same while the credentials are fresh: the thief may hold the second factor; 0.6,
 *     the least of that range
 * @param freshMinutes for how long changed credentials are fresh; a day
 * @param holdStops share of frauds that are recalled while they are held, in [0, 1]; assumed 0.65
 * @param holdMillis length of a hold, simulated milliseconds; 45 minutes, since users take an hour or more much worse
 */
public record Policy(
        double recoveredShare,
        double orderLossShare,
        double stepUpCostUsd,
        double holdCostUsd,
        double blockCostUsd,
        double retailFactor,
        double activeFactor,
        double vipFactor,
        double spikeFactor,
        double spikeVolatilityZ,
        double stepUpStops,
        double freshStepUpStops,
        double freshMinutes,
        double holdStops,
        long holdMillis) {

    /** For calm and moving markets; the numbers above. */
    public static final Policy DEFAULT =
            new Policy(0.03, 0.005, 25, 150, 600, 0.4, 9, 55, 2.5, 3, 0.85, 0.6, 24 * 60, 0.65, 45 * 60_000);

    /**
     * What is at stake in one event.
     *
     * @param lossUsd dollars lost if it is fraud and let through, at least 0
     * @param frictionFactor on the cost of bothering this user now, above 0
     * @param stepUpStops share of frauds like this that fail a challenge, in [0, 1]
     */
    public record Stake(double lossUsd, double frictionFactor, double stepUpStops) {}

    public Policy {
        share(recoveredShare, "recoveredShare");
        share(orderLossShare, "orderLossShare");
        share(stepUpStops, "stepUpStops");
        share(freshStepUpStops, "freshStepUpStops");
        share(holdStops, "holdStops");
        if (!(stepUpCostUsd >= 0 && stepUpCostUsd <= holdCostUsd && holdCostUsd <= blockCostUsd)) {
            throw new IllegalArgumentException("a harsher action must not cost less, costs were " + stepUpCostUsd + ", "
                    + holdCostUsd + ", " + blockCostUsd);
        }
        if (!(retailFactor > 0 && activeFactor > 0 && vipFactor > 0 && spikeFactor >= 1)) {
            throw new IllegalArgumentException("factors must be above 0, spikeFactor at least 1, were " + retailFactor
                    + ", " + activeFactor + ", " + vipFactor + ", " + spikeFactor);
        }
        if (holdMillis <= 0) {
            throw new IllegalArgumentException("holdMillis must be positive, was " + holdMillis);
        }
    }

    /**
     * What is at stake in {@code event}.
     *
     * @param features shape {@code [Feature.COUNT]}
     */
    public Stake stake(Decided event, double[] features) {
        double lostShare = event instanceof Order ? orderLossShare : 1 - recoveredShare;
        double factor = switch (event.account().tier()) {
            case RETAIL -> retailFactor;
            case ACTIVE -> activeFactor;
            case VIP, MARKET_MAKER -> vipFactor;
        };
        if (Feature.VOLATILITY_Z.in(features) >= spikeVolatilityZ) {
            factor *= spikeFactor;
        }
        boolean fresh = Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.in(features) < freshMinutes;
        return new Stake(Feature.AMOUNT_USD.in(features) * lostShare, factor, fresh ? freshStepUpStops : stepUpStops);
    }

    /**
     * The action of least expected cost, the mildest of several. Raising the probability or the loss never makes it
     * milder, raising the friction factor never harsher.
     *
     * @param probability calibrated, in [0, 1]
     */
    public Action choose(double probability, Stake stake) {
        double expectedLoss = probability * stake.lossUsd();
        double bothered = (1 - probability) * stake.frictionFactor();
        double least = expectedLoss;
        Action action = Action.ALLOW;
        double stepUp = expectedLoss * (1 - stake.stepUpStops()) + bothered * stepUpCostUsd;
        if (stepUp < least) {
            least = stepUp;
            action = Action.STEP_UP;
        }
        double hold = expectedLoss * (1 - holdStops) + bothered * holdCostUsd;
        if (hold < least) {
            least = hold;
            action = Action.HOLD;
        }
        return bothered * blockCostUsd < least ? Action.BLOCK : action;
    }

    /** SHA-256 prefix, 12 hex digits, of all parameters. */
    public String hash() {
        // The record's own text names each parameter, so no two policies share one.
        return Fingerprint.of(toString());
    }

    private static void share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
