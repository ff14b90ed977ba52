package firedrill.ingest.event;

import java.util.Locale;

/**
 * Fraud typologies T1 to T12, in the order of {@code docs/glossary.md}. The ground truth names events by their labels;
 * features say which of them they separate from honest behaviour.
 */
public enum FraudTypology {
    /** Withdrawals from an account whose credentials were stolen. */
    ACCOUNT_TAKEOVER,
    /** Takeover through the victim's telephone number: codes sent by SMS reach the attacker's SIM card. */
    SIM_SWAP,
    /** Withdrawals without the second factor, through a flaw in the exchange's controls. */
    CONTROL_BYPASS,
    /** Authorised push payment: the owner is persuaded to send the money. */
    SOCIAL_ENGINEERING,
    /** Illicit funds pass through accounts that a ring owns. */
    MULE_RING,
    /** Illicit funds leave in portions just below a reporting threshold. */
    STRUCTURING,
    /** Trades with stolen API keys move the owners' money to the ring's accounts. */
    API_KEY_THEFT,
    /** Many accounts of one owner claim a promotion. */
    PROMO_FARMING,
    /** Coins are bought and withdrawn with a deposit that is returned later. */
    DEPOSIT_FRAUD,
    /** Accounts of one ring trade with each other. */
    WASH_TRADING,
    /** Large limit orders are shown and cancelled before they can trade. */
    SPOOFING,
    /** A thin coin is accumulated, pushed up, and sold to the buyers who follow. */
    PUMP_AND_DUMP;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Whether the money is illicit, but stolen neither from the exchange nor from its customers. */
    public boolean isLaundering() {
        return this == MULE_RING || this == STRUCTURING;
    }

    /** The name in the ground truth, in JSON and in documents: lower case, with hyphens. */
    public String label() {
        return label;
    }
}
