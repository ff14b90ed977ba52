package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

/** How an attack is carried out: one choice per dimension, made when it starts. */
public record Tactic(
        FraudTypology typology,
        AmountChoice amount,
        DwellTime dwellTime,
        DeviceChoice device,
        AddressChoice address,
        TimingChoice timing) {

    /** Index of the choice made in a dimension. */
    int arm(Dimension dimension) {
        return switch (dimension) {
            case AMOUNT -> amount.ordinal();
            case DWELL_TIME -> dwellTime.ordinal();
            case DEVICE -> device.ordinal();
            case ADDRESS -> address.ordinal();
            case TIMING -> timing.ordinal();
        };
    }

    /** Dimensions of a tactic that are learned. */
    enum Dimension {
        AMOUNT,
        DWELL_TIME,
        DEVICE,
        ADDRESS,
        TIMING
    }

    /** Share of the balance that is taken. */
    public enum AmountChoice {
        FULL_BALANCE,
        /** A part of the size of the owner's own withdrawals. */
        PARTIAL,
        /** Just below a known threshold. */
        UNDER_LIMIT
    }

    /** Time between access and withdrawal. */
    public enum DwellTime {
        MINUTES,
        HOURS,
        NEXT_DAY
    }

    /** Device and network that requests come from. */
    public enum DeviceChoice {
        /** One of the few devices that the ring uses for everything. */
        RING,
        /** A new device behind a proxy. */
        PROXY,
        /** The account owner's own device, through a stolen session. */
        OWNER
    }

    /** Destination address. */
    public enum AddressChoice {
        /** An address that the ring uses for several thefts. */
        RING,
        /** An account at a custodian with thousands of users. */
        CUSTODIAN,
        /** An address that the owner has saved and whose keys were stolen too. */
        SAVED,
        /** An address for this attack alone. */
        FRESH
    }

    /** Start time. */
    public enum TimingChoice {
        ANY,
        /** During a volatility spike, when withdrawals are frequent. */
        VOLATILITY_SPIKE
    }
}
