package firedrill.scoring.policy;

import firedrill.scoring.feature.Feature;
import java.io.Serializable;

/**
 * Shares of frauds that challenges, holds and reviews stop, by the kind of access that the features show. Values and
 * sources are in {@code parameters/policy.yaml}.
 *
 * <p>A challenge stops an intruder, unless the second factor was stolen too; it stops neither a deceived user nor the
 * owner of a fraudulent account. During a hold the owner can recall the withdrawal. A review uses all features.
 *
 * @param newDevice a device or a network new to the user
 * @param changedCredentials changed credentials: the intruder may hold the second factor
 * @param simSwap a new SIM card: the intruder holds it
 * @param establishedAccess no new device, network or credential: half stolen sessions, half deceived or complicit
 *     owners
 * @param recencyMinutes age below which a device, a network or a credential is new
 * @param simSwapMinutes age below which a SIM card is new
 */
public record ActionEffectiveness(
        StopRates newDevice,
        StopRates changedCredentials,
        StopRates simSwap,
        StopRates establishedAccess,
        double recencyMinutes,
        double simSwapMinutes)
        implements Serializable {

    /**
     * Shares of frauds that an action stops, each in [0, 1].
     *
     * @param stepUp by a failed challenge
     * @param hold by a recall during the hold
     * @param review by an analyst
     */
    public record StopRates(double stepUp, double hold, double review) implements Serializable {
        public StopRates {
            requireShare(stepUp, "stepUp");
            requireShare(hold, "hold");
            requireShare(review, "review");
        }
    }

    /** The rates for the access that {@code features} show, shape {@code [Feature.COUNT]}. */
    StopRates stopRates(double[] features) {
        if (Feature.MINUTES_SINCE_SIM_CHANGE.valueIn(features) < simSwapMinutes) {
            return simSwap;
        }
        if (Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.valueIn(features) < recencyMinutes) {
            return changedCredentials;
        }
        boolean isNewDevice = Feature.MINUTES_SINCE_DEVICE_FIRST_USED.valueIn(features) < recencyMinutes
                || Feature.MINUTES_SINCE_NETWORK_FIRST_USED.valueIn(features) < recencyMinutes;
        return isNewDevice ? newDevice : establishedAccess;
    }

    static void requireShare(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
