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

    MarketSnapshot market();

    /** The device that acted, 0 if none did (a deposit arrives by itself). */
    default long deviceId() {
        return 0;
    }

    /** An event that may wait for an answer. */
    sealed interface DecisionRequest extends ExchangeEvent {

        Account account();

        /** Dollars that move if it is let through, in cents. */
        long amountCents();

        /** Settled long ago and told as history, when a scorer is attached: evidence, nobody waits for an answer. */
        boolean isHistorical();
    }

    /**
     * A session was opened.
     *
     * @param networkId where from: a home's line, a carrier's gateway, a campus; 0 if unknown
     * @param factor what was shown beside the password
     */
    record Login(
            long id, long userId, long timeMillis, MarketSnapshot market, long deviceId, long networkId, Factor factor)
            implements ExchangeEvent {
        public Login {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
            RangeChecks.requireNonNegative(networkId, "networkId");
        }

        /** By password alone, from a network that nobody noted. */
        public Login(long id, long userId, long timeMillis, MarketSnapshot market, long deviceId) {
            this(id, userId, timeMillis, market, deviceId, 0, Factor.PASSWORD);
        }

        /** The second factor; {@code PASSWORD} is none. */
        public enum Factor {
            PASSWORD,
            SMS,
            APP,
            KEY
        }
    }

    /** What opens the account was changed. */
    record CredentialChange(
            long id, long userId, long timeMillis, MarketSnapshot market, long deviceId, Credential credential)
            implements ExchangeEvent {
        public CredentialChange {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
        }

        /** Which one. */
        public enum Credential {
            PASSWORD,
            TWO_FACTOR,
            EMAIL,
            PHONE,
            /** The carrier reports a new SIM card for the number. */
            SIM,
            /** A key for programs was made. */
            API_KEY
        }
    }

    /**
     * Money came in.
     *
     * @param asset what arrived
     * @param sourceId the sender's address, the bank account or the card; 0 if unknown
     * @param finalAtMillis until then it can be called back; the time of the deposit if it is final at once
     */
    record Deposit(
            long id,
            long userId,
            long timeMillis,
            MarketSnapshot market,
            long amountCents,
            PaymentRail rail,
            String asset,
            long sourceId,
            long finalAtMillis)
            implements ExchangeEvent {
        public Deposit {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(amountCents, "amountCents");
            RangeChecks.requireNonNegative(sourceId, "sourceId");
            RangeChecks.requireTime(finalAtMillis, "finalAtMillis");
            if (finalAtMillis < timeMillis) {
                throw new IllegalArgumentException(
                        "finalAtMillis " + finalAtMillis + " must not lie before timeMillis " + timeMillis);
            }
        }

        /** Final at once, from nobody knows where: the index if it comes by blockchain, else dollars. */
        public Deposit(
                long id, long userId, long timeMillis, MarketSnapshot market, long amountCents, PaymentRail funding) {
            this(id, userId, timeMillis, market, amountCents, funding, defaultAsset(funding), 0, timeMillis);
        }

        public static String defaultAsset(PaymentRail funding) {
            return funding == PaymentRail.CRYPTO ? "BTC" : "USDC";
        }

        /** By which rail; bank and card money can be called back. */
        public enum PaymentRail {
            CRYPTO,
            BANK,
            CARD,
            /** A promotion or an airdrop, paid by the exchange. */
            REWARD
        }
    }

    /**
     * An order.
     *
     * @param holdingsCents what the account held of the sold side before the order, cash for a buy, coin for a sell
     */
    record Order(
            long id,
            long userId,
            long timeMillis,
            MarketSnapshot market,
            Account account,
            long deviceId,
            String symbol,
            Side side,
            long notionalCents,
            long holdingsCents,
            boolean isHistorical,
            OrderDetails details)
            implements DecisionRequest {
        public Order {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
            RangeChecks.requirePositive(notionalCents, "notionalCents");
            RangeChecks.requireNonNegative(holdingsCents, "holdingsCents");
        }

        /** A market order by hand, from a network that nobody noted. */
        public Order(
                long id,
                long userId,
                long timeMillis,
                MarketSnapshot market,
                Account account,
                long deviceId,
                String symbol,
                Side side,
                long notionalCents,
                long holdingsCents,
                boolean settled) {
            this(
                    id,
                    userId,
                    timeMillis,
                    market,
                    account,
                    deviceId,
                    symbol,
                    side,
                    notionalCents,
                    holdingsCents,
                    settled,
                    OrderDetails.manualMarketOrder(0));
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
     * @param networkId where it came from; 0 if unknown
     * @param hasSecondFactor whether the log holds the second factor that every withdrawal must have shown
     */
    record Withdrawal(
            long id,
            long userId,
            long timeMillis,
            MarketSnapshot market,
            Account account,
            long deviceId,
            long addressId,
            String asset,
            long amountCents,
            long balanceCents,
            boolean isHistorical,
            long networkId,
            boolean hasSecondFactor)
            implements DecisionRequest {
        public Withdrawal {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
            RangeChecks.requirePositive(addressId, "addressId");
            RangeChecks.requirePositive(amountCents, "amountCents");
            if (balanceCents < amountCents) {
                throw new IllegalArgumentException(
                        "balanceCents " + balanceCents + " must cover amountCents " + amountCents);
            }
            RangeChecks.requireNonNegative(networkId, "networkId");
        }

        /** With its second factor, from a network that nobody noted. */
        public Withdrawal(
                long id,
                long userId,
                long timeMillis,
                MarketSnapshot market,
                Account account,
                long deviceId,
                long addressId,
                String asset,
                long amountCents,
                long balanceCents,
                boolean settled) {
            this(
                    id,
                    userId,
                    timeMillis,
                    market,
                    account,
                    deviceId,
                    addressId,
                    asset,
                    amountCents,
                    balanceCents,
                    settled,
                    0,
                    true);
        }
    }

    /** Whether somebody waits for an answer to this event. */
    default boolean requiresDecision() {
        return this instanceof DecisionRequest decided && !decided.isHistorical();
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
        RangeChecks.requirePositive(id, "id");
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
    }
}
