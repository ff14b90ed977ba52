package firedrill.ingest.event.wire;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Topics;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Codec of the values of {@link Topics#EVENTS}: {@code EventMessage} of {@code exchange.proto}. */
public final class EventCodec {

    private static final EnumCodec<Account.Tier, Tier> TIER =
            new EnumCodec<>("tier", Account.Tier.class, Tier.class, "TIER_");
    private static final EnumCodec<Account.Jurisdiction, Jurisdiction> JURISDICTION =
            new EnumCodec<>("jurisdiction", Account.Jurisdiction.class, Jurisdiction.class, "JURISDICTION_");
    private static final EnumCodec<CredentialChange.Credential, Credential> CREDENTIAL =
            new EnumCodec<>("credential", CredentialChange.Credential.class, Credential.class, "CREDENTIAL_");
    private static final EnumCodec<Login.Factor, Factor> FACTOR =
            new EnumCodec<>("factor", Login.Factor.class, Factor.class, "FACTOR_");
    private static final EnumCodec<OrderDetails.OrderType, OrderKind> ORDER_TYPE =
            new EnumCodec<>("kind of order", OrderDetails.OrderType.class, OrderKind.class, "ORDER_KIND_");
    private static final EnumCodec<Deposit.PaymentRail, Funding> RAIL =
            new EnumCodec<>("funding", Deposit.PaymentRail.class, Funding.class, "FUNDING_");
    private static final EnumCodec<Order.Side, Side> SIDE =
            new EnumCodec<>("side", Order.Side.class, Side.class, "SIDE_");

    public static byte[] encode(ExchangeEvent event) {
        EventMessage.Builder message = EventMessage.newBuilder()
                .setId(event.id())
                .setUserId(event.userId())
                .setTimeMillis(event.timeMillis())
                .setMarket(market(event.market()));
        return event.<EventMessage.Builder>match(
                        login -> message.setLogin(LoginMessage.newBuilder()
                                .setDeviceId(login.deviceId())
                                .setNetworkId(login.networkId())
                                .setFactor(FACTOR.encode(login.factor()))),
                        change -> message.setCredentialChange(CredentialChangeMessage.newBuilder()
                                .setDeviceId(change.deviceId())
                                .setCredential(CREDENTIAL.encode(change.credential()))),
                        deposit -> message.setDeposit(DepositMessage.newBuilder()
                                .setAmountCents(deposit.amountCents())
                                .setFunding(RAIL.encode(deposit.rail()))
                                .setAsset(deposit.asset())
                                .setSourceId(deposit.sourceId())
                                .setFinalAtMillis(
                                        deposit.finalAtMillis() == deposit.timeMillis() ? 0 : deposit.finalAtMillis())),
                        order -> message.setOrder(order(order)),
                        withdrawal -> message.setWithdrawal(withdrawal(withdrawal)))
                .build()
                .toByteArray();
    }

    /**
     * Decodes one value of the topic.
     *
     * @throws MalformedMessageException if the bytes are not an event, or a field is out of its range
     */
    public static ExchangeEvent decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return MessageDecoder.RECORDS.decode(bytes, EventMessage.parser(), EventCodec::event);
    }

    /**
     * Decodes a value that is an order or a withdrawal.
     *
     * @throws MalformedMessageException as {@link #decode}, and if the event is of another kind
     */
    public static DecisionRequest decodeRequest(byte @Nullable [] bytes) throws MalformedMessageException {
        ExchangeEvent event = decode(bytes);
        return event.asRequest()
                .orElseThrow(() ->
                        new MalformedMessageException(event.kind().label() + " is neither an order nor a withdrawal"));
    }

    /** Kafka key of the records of one user: the id, 8 bytes big-endian. */
    public static byte[] key(long userId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(userId).array();
    }

    private static MarketMessage market(MarketSnapshot market) {
        return MarketMessage.newBuilder()
                .setVolatilityZ(market.volatilityZ())
                .setReturnZ(market.returnZ())
                .setPriceCents(market.priceCents())
                .setLiquidatedShare(market.liquidatedShare())
                .setFundingBps(market.fundingBps())
                .setDepthShare(market.depthShare())
                .build();
    }

    private static AccountMessage account(Account account) {
        return AccountMessage.newBuilder()
                .setTier(TIER.encode(account.tier()))
                .setJurisdiction(JURISDICTION.encode(account.jurisdiction()))
                .setOpenedAtMillis(account.openedAtMillis())
                .build();
    }

    private static OrderMessage order(Order order) {
        return OrderMessage.newBuilder()
                .setAccount(account(order.account()))
                .setDeviceId(order.deviceId())
                .setSymbol(order.symbol())
                .setSide(SIDE.encode(order.side()))
                .setNotionalCents(order.notionalCents())
                .setHoldingsCents(order.holdingsCents())
                .setSettled(order.isHistorical())
                .setTicket(details(order.details()))
                .build();
    }

    private static TicketMessage details(OrderDetails details) {
        return TicketMessage.newBuilder()
                .setKind(ORDER_TYPE.encode(details.type()))
                .setOffBps(details.offsetBps())
                .setCounterpartyId(details.counterpartyId())
                .setCancelledCents(details.cancelledCents())
                .setApiKeyId(details.apiKeyId())
                .setNetworkId(details.networkId())
                .build();
    }

    private static WithdrawalMessage withdrawal(Withdrawal withdrawal) {
        return WithdrawalMessage.newBuilder()
                .setAccount(account(withdrawal.account()))
                .setDeviceId(withdrawal.deviceId())
                .setAddressId(withdrawal.addressId())
                .setAsset(withdrawal.asset())
                .setAmountCents(withdrawal.amountCents())
                .setBalanceCents(withdrawal.balanceCents())
                .setSettled(withdrawal.isHistorical())
                .setNetworkId(withdrawal.networkId())
                .setWithoutSecondFactor(!withdrawal.hasSecondFactor())
                .build();
    }

    private static ExchangeEvent event(EventMessage event) throws MalformedMessageException {
        return switch (event.getKindCase()) {
            case LOGIN -> login(event, event.getLogin());
            case CREDENTIAL_CHANGE ->
                new CredentialChange(
                        event.getId(),
                        event.getUserId(),
                        event.getTimeMillis(),
                        market(event),
                        event.getCredentialChange().getDeviceId(),
                        CREDENTIAL.decode(event.getCredentialChange().getCredential()));
            case DEPOSIT -> deposit(event, event.getDeposit());
            case ORDER -> order(event, event.getOrder());
            case WITHDRAWAL -> withdrawal(event, event.getWithdrawal());
            case KIND_NOT_SET -> throw new MalformedMessageException("no known kind of event");
        };
    }

    private static Login login(EventMessage event, LoginMessage login) throws MalformedMessageException {
        return new Login(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                login.getDeviceId(),
                login.getNetworkId(),
                login.getFactor() == Factor.FACTOR_UNKNOWN ? Login.Factor.PASSWORD : FACTOR.decode(login.getFactor()));
    }

    private static Deposit deposit(EventMessage event, DepositMessage deposit) throws MalformedMessageException {
        Deposit.PaymentRail rail = RAIL.decode(deposit.getFunding());
        return new Deposit(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                deposit.getAmountCents(),
                rail,
                deposit.getAsset().isEmpty() ? Deposit.defaultAsset(rail) : deposit.getAsset(),
                deposit.getSourceId(),
                deposit.getFinalAtMillis() == 0 ? event.getTimeMillis() : deposit.getFinalAtMillis());
    }

    private static Order order(EventMessage event, OrderMessage order) throws MalformedMessageException {
        return new Order(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                account(order.getAccount()),
                order.getDeviceId(),
                order.getSymbol(),
                SIDE.decode(order.getSide()),
                order.getNotionalCents(),
                order.getHoldingsCents(),
                order.getSettled(),
                order.hasTicket() ? details(order.getTicket()) : OrderDetails.manualMarketOrder(0));
    }

    private static OrderDetails details(TicketMessage details) throws MalformedMessageException {
        return new OrderDetails(
                ORDER_TYPE.decode(details.getKind()),
                details.getOffBps(),
                details.getCounterpartyId(),
                details.getCancelledCents(),
                details.getApiKeyId(),
                details.getNetworkId());
    }

    private static Withdrawal withdrawal(EventMessage event, WithdrawalMessage withdrawal)
            throws MalformedMessageException {
        return new Withdrawal(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                account(withdrawal.getAccount()),
                withdrawal.getDeviceId(),
                withdrawal.getAddressId(),
                withdrawal.getAsset(),
                withdrawal.getAmountCents(),
                withdrawal.getBalanceCents(),
                withdrawal.getSettled(),
                withdrawal.getNetworkId(),
                !withdrawal.getWithoutSecondFactor());
    }

    private static MarketSnapshot market(EventMessage event) {
        MarketMessage market = event.getMarket();
        return new MarketSnapshot(
                market.getVolatilityZ(),
                market.getReturnZ(),
                market.getPriceCents(),
                market.getLiquidatedShare(),
                market.hasFundingBps() ? market.getFundingBps() : MarketSnapshot.BASELINE_FUNDING_BPS,
                market.hasDepthShare() ? market.getDepthShare() : 1);
    }

    private static Account account(AccountMessage account) throws MalformedMessageException {
        return new Account(
                TIER.decode(account.getTier()),
                JURISDICTION.decode(account.getJurisdiction()),
                account.getOpenedAtMillis());
    }

    private EventCodec() {}
}
