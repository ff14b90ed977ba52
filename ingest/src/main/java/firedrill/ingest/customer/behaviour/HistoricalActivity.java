package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;

/**
 * Settled activity before the start of a run: evidence for the scorer, without a decision.
 *
 * @param entityId device of a login, a credential change or a manual purchase, address of a withdrawal, source of a
 *     deposit, key of an API purchase
 * @param networkId 0 if unknown
 * @param amountCents of a deposit, a purchase or a withdrawal, else 0
 * @param balanceCents before a purchase or a withdrawal, else 0
 */
public record HistoricalActivity(
        long timeMillis,
        User user,
        HistoricalActivityKind kind,
        long entityId,
        long networkId,
        long amountCents,
        long balanceCents) {

    /** Activity from an unknown network. */
    public HistoricalActivity(
            long timeMillis,
            User user,
            HistoricalActivityKind kind,
            long entityId,
            long amountCents,
            long balanceCents) {
        this(timeMillis, user, kind, entityId, 0, amountCents, balanceCents);
    }

    /** Kind of activity; details that it does not specify take the default of the kind. */
    public enum HistoricalActivityKind {
        LOGIN,
        PASSWORD_CHANGE,
        SIM_CHANGE,
        CRYPTO_DEPOSIT,
        BANK_DEPOSIT,
        CARD_DEPOSIT,
        REWARD,
        /** Manual purchase of the user's preferred coin. */
        PURCHASE,
        /** Purchase of the user's preferred coin by API. */
        API_PURCHASE,
        WITHDRAWAL
    }

    /** A login in this session. */
    public static HistoricalActivity login(long timeMillis, User user, ClientSession session) {
        return new HistoricalActivity(
                timeMillis, user, HistoricalActivityKind.LOGIN, session.deviceId(), session.networkId(), 0, 0);
    }

    /** A password change on this device. */
    public static HistoricalActivity passwordChange(long timeMillis, User user, long deviceId) {
        return new HistoricalActivity(timeMillis, user, HistoricalActivityKind.PASSWORD_CHANGE, deviceId, 0, 0);
    }
}
