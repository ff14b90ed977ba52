package firedrill.ingest.event;

import java.util.function.Function;

/**
 * Something a user did at the exchange. Orders and withdrawals are decided; the rest is evidence.
 *
 * <p>Ids are positive longs, unique per kind of entity; 0 stands for "none". Times are simulated, UTC milliseconds;
 * money is US cents. Each event carries the market as it was then.
 */
public sealed interface ExchangeEvent {

    /** Unique in a run, rising in the order in which the exchange told its events. */
    long id();

    /** Whose account; also the Kafka key. */
    long userId();

    long timeMillis();

    Market market();

    /** The device that acted, 0 if none did (a deposit arrives by itself). */
    default long deviceId() {
        return 0;
    }

    /** An event that may wait for an answer. */
    sealed interface Decided extends ExchangeEvent {

        Account account();

        /** Dollars that move if it is let through, in cents. */
        long amountCents();

        /** Settled long ago and told as history, when a scorer is attached: evidence, nobody waits for an answer. */
        boolean settled();
    }

    /** A session was opened. */
    record Login(long id, long userId, long timeMillis, Market market, long deviceId) implements ExchangeEvent {
        public Login {
            require(id, userId, timeMillis);
            Checks.positive(deviceId, "deviceId");
        }
    }

    /** What opens the account was changed. */
    record CredentialChange(long id, long userId, long timeMillis, Market market, long deviceId, Credential credential)
            implements ExchangeEvent {
        public CredentialChange {
            require(id, userId, timeMillis);
            Checks.positive(deviceId, "deviceId");
        }

        /** Which one. */
        public enum Credential {
            PASSWORD,
            TWO_FACTOR,
            EMAIL,
            PHONE
        }
    }

    /** Money came in. */
    record Deposit(long id, long userId, long timeMillis, Market market, long amountCents, Funding funding)
            implements ExchangeEvent {
        public Deposit {
            require(id, userId, timeMillis);
            Checks.positive(amountCents, "amountCents");
        }

        /** By which rail; bank and card money can be called back. */
        public enum Funding {
            CRYPTO,
            BANK,
            CARD
        }
    }

    /**
     * A market order.
     *
     * @param holdingsCents what the account held of the sold side before the order, cash for a buy, coin for a sell
     */
    record Order(
            long id,
            long userId,
            long timeMillis,
            Market market,
            Account account,
            long deviceId,
            String symbol,
            Side side,
            long notionalCents,
            long holdingsCents,
            boolean settled)
            implements Decided {
        public Order {
            require(id, userId, timeMillis);
            Checks.positive(deviceId, "deviceId");
            Checks.positive(notionalCents, "notionalCents");
            Checks.notNegative(holdingsCents, "holdingsCents");
        }

        @Override
        public long amountCents() {
            return notionalCents;
        }

        /** Which way. */
        public enum Side {
            BUY,
            SELL
        }
    }

    /**
     * Coins leave for an address outside the exchange.
     *
     * @param addressId the address that receives them
     * @param balanceCents what the whole account was worth just before
     */
    record Withdrawal(
            long id,
            long userId,
            long timeMillis,
            Market market,
            Account account,
            long deviceId,
            long addressId,
            String asset,
            long amountCents,
            long balanceCents,
            boolean settled)
            implements Decided {
        public Withdrawal {
            require(id, userId, timeMillis);
            Checks.positive(deviceId, "deviceId");
            Checks.positive(addressId, "addressId");
            Checks.positive(amountCents, "amountCents");
            if (balanceCents < amountCents) {
                throw new IllegalArgumentException(
                        "balanceCents " + balanceCents + " must cover amountCents " + amountCents);
            }
        }
    }

    /** Whether somebody waits for an answer to this event. */
    default boolean awaitsAnswer() {
        return this instanceof Decided decided && !decided.settled();
    }

    /** Handles every kind of event; a new kind does not compile until each caller handles it. */
    default <R> R match(
            Function<? super Login, ? extends R> login,
            Function<? super CredentialChange, ? extends R> credentialChange,
            Function<? super Deposit, ? extends R> deposit,
            Function<? super Order, ? extends R> order,
            Function<? super Withdrawal, ? extends R> withdrawal) {
        if (this instanceof Login event) {
            return login.apply(event);
        }
        if (this instanceof CredentialChange event) {
            return credentialChange.apply(event);
        }
        if (this instanceof Deposit event) {
            return deposit.apply(event);
        }
        if (this instanceof Order event) {
            return order.apply(event);
        }
        return withdrawal.apply((Withdrawal) this);
    }

    private static void require(long id, long userId, long timeMillis) {
        Checks.positive(id, "id");
        Checks.positive(userId, "userId");
        Checks.time(timeMillis, "timeMillis");
    }
}
