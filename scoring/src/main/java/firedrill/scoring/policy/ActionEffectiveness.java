package firedrill.scoring.policy;

import firedrill.scoring.feature.Feature;

/**
 * What challenges, holds and reviews stop, by who seems to be at the keyboard.
 *
 * <p>A challenge stops a stranger, unless the second factor was stolen too; it does not stop somebody who was talked into
 * paying, nor an account that is the fraudster's own. A hold gives an owner time to notice, if there is one beside the
 * fraudster. An analyst sees the whole picture.
 *
 * @param newDevice a device or a network new to the user
 * @param changedCredentials changed credentials: the stranger may hold the second factor
 * @param simSwap a new SIM card: the stranger holds it
 * @param establishedAccess nothing new: half are thieves in a stolen session, half are users who were deceived or are the fraudsters
 * @param recencyMinutes for how long something is new; a day
 * @param simSwapMinutes for how long a SIM card is new; three days, for a swap is used at leisure
 */
public record ActionEffectiveness(
        StopRates newDevice,
        StopRates changedCredentials,
        StopRates simSwap,
        StopRates establishedAccess,
        double recencyMinutes,
        double simSwapMinutes) {

    /** Of challenges: thieves pass 15 %, range 2 to 40 %; deceived users 90 %. All else is assumed. */
    static final ActionEffectiveness DEFAULT = new ActionEffectiveness(
            new StopRates(0.85, 0.86, 0.9),
            new StopRates(0.6, 0.86, 0.9),
            new StopRates(0.2, 0.86, 0.9),
            new StopRates(0.4, 0.4, 0.85),
            24 * 60,
            72 * 60);

    /**
     * Shares of frauds that an action stops, each in [0, 1].
     *
     * @param stepUp fail a challenge
     * @param hold are recalled while they are held
     * @param review are found by an analyst
     */
    public record StopRates(double stepUp, double hold, double review) {
        public StopRates {
            requireShare(stepUp, "stepUp");
            requireShare(hold, "hold");
            requireShare(review, "review");
        }
    }

    /** What helps against whoever shows these features, shape {@code [Feature.COUNT]}. */
    StopRates stopRates(double[] features) {
        if (Feature.MINUTES_SINCE_SIM_CHANGE.valueIn(features) < simSwapMinutes) {
            return simSwap;
        }
        if (Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.valueIn(features) < recencyMinutes) {
            return changedCredentials;
        }
        boolean isStrange = Feature.MINUTES_SINCE_DEVICE_FIRST_USED.valueIn(features) < recencyMinutes
                || Feature.MINUTES_SINCE_NETWORK_FIRST_USED.valueIn(features) < recencyMinutes;
        return isStrange ? newDevice : establishedAccess;
    }

    static void requireShare(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
