package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;

/**
 * Something that happened before the story begins: evidence for whoever judges what comes, and settled long ago.
 *
 * @param entityId the device of a login, a change of credentials or a purchase by hand, the address of a withdrawal, the
 *     source of a deposit, the key of a program
 * @param networkId from where; 0 if unknown
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

    /** From nobody knows where. */
    public HistoricalActivity(
            long timeMillis,
            User user,
            HistoricalActivityKind kind,
            long entityId,
            long amountCents,
            long balanceCents) {
        this(timeMillis, user, kind, entityId, 0, amountCents, balanceCents);
    }

    /** What it was; an untold detail of a kind is the most ordinary one. */
    public enum HistoricalActivityKind {
        LOGIN,
        PASSWORD_CHANGE,
        SIM_CHANGE,
        CRYPTO_DEPOSIT,
        BANK_DEPOSIT,
        CARD_DEPOSIT,
        REWARD,
        /** Of the user's favourite coin, by hand. */
        PURCHASE,
        /** The same, by the program whose key is the entity. */
        API_PURCHASE,
        WITHDRAWAL
    }

    /** A session that was opened. */
    public static HistoricalActivity login(long timeMillis, User user, ClientSession session) {
        return new HistoricalActivity(
                timeMillis, user, HistoricalActivityKind.LOGIN, session.deviceId(), session.networkId(), 0, 0);
    }

    /** A password that was changed. */
    public static HistoricalActivity passwordChange(long timeMillis, User user, long deviceId) {
        return new HistoricalActivity(timeMillis, user, HistoricalActivityKind.PASSWORD_CHANGE, deviceId, 0, 0);
    }
}
