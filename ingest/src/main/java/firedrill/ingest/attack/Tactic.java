package firedrill.ingest.attack;

/** How a strike is carried out: one choice of each kind, made when it begins. */
record Tactic(Typology craft, Amount amount, Pause pause, DeviceChoice device, AddressChoice address, Timing timing) {

    /** The place of what was chosen among all that could be. */
    int arm(Choice choice) {
        return switch (choice) {
            case AMOUNT -> amount.ordinal();
            case PAUSE -> pause.ordinal();
            case DEVICE -> device.ordinal();
            case ADDRESS -> address.ordinal();
            case TIMING -> timing.ordinal();
        };
    }

    /** What there is to choose. */
    enum Choice {
        AMOUNT,
        PAUSE,
        DEVICE,
        ADDRESS,
        TIMING
    }

    /** How much is taken of what is there. */
    enum Amount {
        EVERYTHING,
        /** A part that looks like the owner's. */
        MODEST,
        /** Just under a limit that is known. */
        UNDER_LIMIT
    }

    /** Between getting in and taking. */
    enum Pause {
        SOON,
        HOURS,
        NEXT_DAY
    }

    /** What it is done from. */
    enum DeviceChoice {
        /** One of the few that the ring uses for everything. */
        RING,
        /** One never seen, behind a home line that was never seen. */
        PROXY,
        /** The account owner's own, through a stolen session. */
        OWN
    }

    /** Where the money goes. */
    enum AddressChoice {
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
    enum Timing {
        ANY,
        /** When the market is in turmoil and everybody moves money. */
        IN_A_SPIKE
    }
}
