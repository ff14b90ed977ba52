package firedrill.scoring.decision;

import firedrill.scoring.feature.Feature;

/**
 * What challenges, holds and reviews stop, by who seems to be at the keyboard.
 *
 * <p>A challenge stops a stranger, unless the second factor was stolen too; it does not stop somebody who was talked into
 * paying, nor an account that is the fraudster's own. A hold gives an owner time to notice, if there is one beside the
 * fraudster. An analyst sees the whole picture.
 *
 * @param stranger a device or a network new to the user
 * @param fresh changed credentials: the stranger may hold the second factor
 * @param sim a new SIM card: the stranger holds it
 * @param own nothing new: half are thieves in a stolen session, half are users who were deceived or are the fraudsters
 * @param freshMinutes for how long something is new; a day
 * @param simMinutes for how long a SIM card is new; three days, for a swap is used at leisure
 */
public record Remedies(Remedy stranger, Remedy fresh, Remedy sim, Remedy own, double freshMinutes, double simMinutes) {

    /** Of challenges: thieves pass 15 %, range 2 to 40 %; deceived users 90 %. All else is assumed. */
    static final Remedies DEFAULT = new Remedies(
            new Remedy(0.85, 0.86, 0.9),
            new Remedy(0.6, 0.86, 0.9),
            new Remedy(0.2, 0.86, 0.9),
            new Remedy(0.4, 0.4, 0.85),
            24 * 60,
            72 * 60);

    /**
     * Shares of frauds that an action stops, each in [0, 1].
     *
     * @param stepUp fail a challenge
     * @param hold are recalled while they are held
     * @param review are found by an analyst
     */
    public record Remedy(double stepUp, double hold, double review) {
        public Remedy {
            share(stepUp, "stepUp");
            share(hold, "hold");
            share(review, "review");
        }
    }

    /** What helps against whoever shows these features, shape {@code [Feature.COUNT]}. */
    Remedy against(double[] features) {
        if (Feature.MINUTES_SINCE_SIM_CHANGE.in(features) < simMinutes) {
            return sim;
        }
        if (Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.in(features) < freshMinutes) {
            return fresh;
        }
        boolean isStrange = Feature.MINUTES_SINCE_DEVICE_FIRST_USED.in(features) < freshMinutes
                || Feature.MINUTES_SINCE_NETWORK_FIRST_USED.in(features) < freshMinutes;
        return isStrange ? stranger : own;
    }

    static void share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
