package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

/** How a strike is carried out: one choice of each kind, made when it begins. */
public record Tactic(
        FraudTypology typology,
        AmountChoice amount,
        DwellTime dwellTime,
        DeviceChoice device,
        AddressChoice address,
        TimingChoice timing) {

    /** The place of what was chosen among all that could be. */
    int arm(Dimension choice) {
        return switch (choice) {
            case AMOUNT -> amount.ordinal();
            case DWELL_TIME -> dwellTime.ordinal();
            case DEVICE -> device.ordinal();
            case ADDRESS -> address.ordinal();
            case TIMING -> timing.ordinal();
        };
    }

    /** What there is to choose. */
    enum Dimension {
        AMOUNT,
        DWELL_TIME,
        DEVICE,
        ADDRESS,
        TIMING
    }

    /** How much is taken of what is there. */
    public enum AmountChoice {
        FULL_BALANCE,
        /** A part that looks like the owner's. */
        PARTIAL,
        /** Just under a limit that is known. */
        UNDER_LIMIT
    }

    /** Between getting in and taking. */
    public enum DwellTime {
        MINUTES,
        HOURS,
        NEXT_DAY
    }

    /** What it is done from. */
    public enum DeviceChoice {
        /** One of the few that the ring uses for everything. */
        RING,
        /** One never seen, behind a home line that was never seen. */
        PROXY,
        /** The account owner's own, through a stolen session. */
        OWNER
    }

    /** Where the money goes. */
    public enum AddressChoice {
        /** One that the ring uses for several thefts. */
        RING,
        /** An account at a custodian whom thousands use. */
        CUSTODIAN,
        /** One that the owner has saved, whose keys were stolen with the account's. */
        SAVED,
        /** One for this theft. */
        FRESH
    }

    /** When. */
    public enum TimingChoice {
        ANY,
        /** When the market is in turmoil and everybody moves money. */
        VOLATILITY_SPIKE
    }
}
