package firedrill.ingest.event;

import java.util.function.Function;

/**
 * Something that a user did at the exchange. Orders and withdrawals are decided; the rest is evidence.
 *
 * <p>Ids are positive longs, unique per kind of entity; 0 stands for "none". Times are simulated, UTC milliseconds;
 * money is US cents. Each event carries the market of its moment.
 */
public sealed interface ExchangeEvent extends EventCases
        permits ExchangeEvent.Login, ExchangeEvent.CredentialChange, ExchangeEvent.Deposit, DecisionRequest {

    /** Unique in a run, increasing in publication order. */
    long id();

    /** The account; also the Kafka key. */
    long userId();

    long timeMillis();

    MarketSnapshot market();

    /** The device that acted; 0 if none did, as for a deposit. */
    default long deviceId() {
        return 0;
    }

    /** The network that the event came from; 0 if unknown. */
    default long networkId() {
        return 0;
    }

    /** The address that receives; 0 unless the event is a withdrawal. */
    default long addressId() {
        return 0;
    }

    /** Whether the exchange waits for a decision on this event. */
    default boolean requiresDecision() {
        return false;
    }

    /**
     * A session was opened.
     *
     * @param networkId network of the session, such as a home line, a carrier gateway or a campus; 0 if unknown
     * @param factor what was presented beside the password
     */
    record Login(
            long id, long userId, long timeMillis, MarketSnapshot market, long deviceId, long networkId, Factor factor)
            implements ExchangeEvent {
        public Login {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
            RangeChecks.requireNonNegative(networkId, "networkId");
        }

        @Override
        public EventKind kind() {
            return EventKind.LOGIN;
        }

        /** By password alone, network unknown. */
        public Login(long id, long userId, long timeMillis, MarketSnapshot market, long deviceId) {
            this(id, userId, timeMillis, market, deviceId, 0, Factor.PASSWORD);
        }

        /** The second factor; {@code PASSWORD} means none. */
        public enum Factor {
            PASSWORD,
            SMS,
            APP,
            KEY
        }
    }

    /** A credential of the account was changed. */
    record CredentialChange(
            long id, long userId, long timeMillis, MarketSnapshot market, long deviceId, Credential credential)
            implements ExchangeEvent {
        public CredentialChange {
            require(id, userId, timeMillis);
            RangeChecks.requirePositive(deviceId, "deviceId");
        }

        @Override
        public EventKind kind() {
            return EventKind.CREDENTIAL_CHANGE;
        }

        /** The credential that was changed. */
        public enum Credential {
            PASSWORD,
            TWO_FACTOR,
            EMAIL,
            PHONE,
            /** The carrier reports a new SIM card for the number. */
            SIM,
            /** A key for programs was created. */
            API_KEY
        }
    }

    /**
     * Money arrived.
     *
     * @param asset what arrived
     * @param sourceId the sender's address, the bank account or the card; 0 if unknown
     * @param finalAtMillis until then the payer can reverse it; the time of the deposit if it is immediately final
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
            RangeChecks.requirePositiveCents(amountCents, "amountCents");
            RangeChecks.requireName(asset, "asset");
            RangeChecks.requireNonNegative(sourceId, "sourceId");
            RangeChecks.requireTime(finalAtMillis, "finalAtMillis");
            if (finalAtMillis < timeMillis) {
                throw new IllegalArgumentException(
                        "finalAtMillis " + finalAtMillis + " must not lie before timeMillis " + timeMillis);
            }
        }

        @Override
        public EventKind kind() {
            return EventKind.DEPOSIT;
        }

        /** Immediately final, source unknown; BTC if on-chain, USDC otherwise. */
        public Deposit(
                long id, long userId, long timeMillis, MarketSnapshot market, long amountCents, PaymentRail rail) {
            this(id, userId, timeMillis, market, amountCents, rail, defaultAsset(rail), 0, timeMillis);
        }

        /** Asset of a deposit that does not name one. */
        public static String defaultAsset(PaymentRail rail) {
            return rail == PaymentRail.CRYPTO ? "BTC" : "USDC";
        }

        /** Payment rail; bank and card payments are reversible. */
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
     * @param holdingsCents holdings of the sold side before the order: cash for a buy, the coin for a sell
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
            RangeChecks.requireName(symbol, "symbol");
            RangeChecks.requirePositiveCents(notionalCents, "notionalCents");
            RangeChecks.requireCents(holdingsCents, "holdingsCents");
        }

        @Override
        public EventKind kind() {
            return EventKind.ORDER;
        }

        @Override
        public long amountCents() {
            return notionalCents;
        }

        @Override
        public long networkId() {
            return details.networkId();
        }

        @Override
        public <R> R match(
                Function<? super Order, ? extends R> order, Function<? super Withdrawal, ? extends R> withdrawal) {
            return order.apply(this);
        }

        /** Direction of the trade. */
        public enum Side {
            BUY,
            SELL
        }
    }

    /**
     * Coins are sent to an address outside the exchange.
     *
     * @param addressId the address that receives them
     * @param balanceCents value of the whole account just before
     * @param networkId the network of the request; 0 if unknown
     * @param hasSecondFactor whether the log holds the second factor that every withdrawal requires
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
            RangeChecks.requireName(asset, "asset");
            RangeChecks.requirePositiveCents(amountCents, "amountCents");
            RangeChecks.requireCover(balanceCents, amountCents);
            RangeChecks.requireNonNegative(networkId, "networkId");
        }

        @Override
        public EventKind kind() {
            return EventKind.WITHDRAWAL;
        }

        @Override
        public <R> R match(
                Function<? super Order, ? extends R> order, Function<? super Withdrawal, ? extends R> withdrawal) {
            return withdrawal.apply(this);
        }
    }

    private static void require(long id, long userId, long timeMillis) {
        RangeChecks.requirePositive(id, "id");
        RangeChecks.requirePositive(userId, "userId");
        RangeChecks.requireTime(timeMillis, "timeMillis");
    }
}
