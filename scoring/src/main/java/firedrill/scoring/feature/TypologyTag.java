package firedrill.scoring.feature;

import java.util.Locale;

/**
 * The kinds of fraud that features are meant to tell from honest life: what an expert would look at, never what a model is
 * told. The names are those of {@code docs/glossary.md}.
 */
public enum TypologyTag {
    ACCOUNT_TAKEOVER,
    SIM_SWAP,
    CONTROL_BYPASS,
    SOCIAL_ENGINEERING,
    MULE_RING,
    STRUCTURING,
    API_KEY_THEFT,
    PROMO_FARMING,
    DEPOSIT_FRAUD,
    WASH_TRADING,
    SPOOFING,
    PUMP_AND_DUMP;

    /** Its name in documents and in the truth of a simulation: lower case, with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
