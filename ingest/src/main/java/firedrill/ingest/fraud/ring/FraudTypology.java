package firedrill.ingest.fraud.ring;

import firedrill.ingest.fraud.ring.Tactic.Dimension;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of fraud, T1 to T12, each with the name by which the truth and {@code docs/glossary.md} call it. */
public enum FraudTypology {
    /** A stolen login empties an account. */
    ACCOUNT_TAKEOVER("account-takeover"),
    /** The victim's telephone number moves to the thief's SIM card, and with it every code sent by SMS. */
    SIM_SWAP("sim-swap"),
    /** A hole in the exchange lets withdrawals through without their second factor. */
    CONTROL_BYPASS("control-bypass"),
    /** The owner is talked into sending the money. */
    SOCIAL_ENGINEERING("social-engineering"),
    /** Money stolen elsewhere passes through accounts that a ring owns. */
    MULE_RING("mule-ring"),
    /** Dirty money leaves in portions just under a limit. */
    STRUCTURING("structuring"),
    /** Stolen keys for programs trade their owners' money away. */
    API_KEY_THEFT("api-key-theft"),
    /** Many accounts of one owner collect a promotion. */
    PROMO_FARMING("promo-farming"),
    /** Coins are bought and withdrawn with money that is called back. */
    DEPOSIT_FRAUD("deposit-fraud"),
    /** A ring trades with itself. */
    WASH_TRADING("wash-trading"),
    /** Large orders are shown and taken away before they trade. */
    SPOOFING("spoofing"),
    /** A small coin is bought quietly, pushed up, and sold to those who follow. */
    PUMP_AND_DUMP("pump-and-dump");

    private final String label;

    FraudTypology(String label) {
        this.label = label;
    }

    /** As the truth names it. */
    public String label() {
        return label;
    }

    /** The choices of a tactic that its first tries depend on: what comes of them says nothing about the others. */
    Set<Dimension> tacticDimensions() {
        return switch (this) {
            case ACCOUNT_TAKEOVER, SIM_SWAP, MULE_RING, API_KEY_THEFT, DEPOSIT_FRAUD -> EnumSet.allOf(Dimension.class);
            case SOCIAL_ENGINEERING -> EnumSet.complementOf(EnumSet.of(Dimension.DEVICE));
            case STRUCTURING, PROMO_FARMING -> EnumSet.complementOf(EnumSet.of(Dimension.DWELL_TIME));
            case CONTROL_BYPASS -> EnumSet.of(Dimension.AMOUNT, Dimension.DEVICE, Dimension.TIMING);
            case WASH_TRADING, SPOOFING, PUMP_AND_DUMP -> EnumSet.of(Dimension.DEVICE, Dimension.TIMING);
        };
    }
}
