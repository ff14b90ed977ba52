package firedrill.ingest.event;

import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.wire.AccountMessage;
import firedrill.ingest.event.wire.Credential;
import firedrill.ingest.event.wire.CredentialChangeMessage;
import firedrill.ingest.event.wire.DepositMessage;
import firedrill.ingest.event.wire.EventMessage;
import firedrill.ingest.event.wire.Factor;
import firedrill.ingest.event.wire.Funding;
import firedrill.ingest.event.wire.Jurisdiction;
import firedrill.ingest.event.wire.LoginMessage;
import firedrill.ingest.event.wire.MarketMessage;
import firedrill.ingest.event.wire.OrderKind;
import firedrill.ingest.event.wire.OrderMessage;
import firedrill.ingest.event.wire.Side;
import firedrill.ingest.event.wire.TicketMessage;
import firedrill.ingest.event.wire.Tier;
import firedrill.ingest.event.wire.WithdrawalMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The values of {@link Topics#EVENTS}: {@code EventMessage} of {@code exchange.proto}. */
public final class EventCodec {

    private static final WireEnum<Account.Tier, Tier> TIER =
            new WireEnum<>("tier", Account.Tier.class, Tier.class, "TIER_");
    private static final WireEnum<Account.Jurisdiction, Jurisdiction> JURISDICTION =
            new WireEnum<>("jurisdiction", Account.Jurisdiction.class, Jurisdiction.class, "JURISDICTION_");
    private static final WireEnum<CredentialChange.Credential, Credential> CREDENTIAL =
            new WireEnum<>("credential", CredentialChange.Credential.class, Credential.class, "CREDENTIAL_");
    private static final WireEnum<Login.Factor, Factor> FACTOR =
            new WireEnum<>("factor", Login.Factor.class, Factor.class, "FACTOR_");
    private static final WireEnum<Ticket.Kind, OrderKind> KIND =
            new WireEnum<>("kind of order", Ticket.Kind.class, OrderKind.class, "ORDER_KIND_");
    private static final WireEnum<Deposit.Funding, Funding> FUNDING =
            new WireEnum<>("funding", Deposit.Funding.class, Funding.class, "FUNDING_");
    private static final WireEnum<Order.Side, Side> SIDE =
            new WireEnum<>("side", Order.Side.class, Side.class, "SIDE_");

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
                                .setFactor(FACTOR.write(login.factor()))),
                        change -> message.setCredentialChange(CredentialChangeMessage.newBuilder()
                                .setDeviceId(change.deviceId())
                                .setCredential(CREDENTIAL.write(change.credential()))),
                        deposit -> message.setDeposit(DepositMessage.newBuilder()
                                .setAmountCents(deposit.amountCents())
                                .setFunding(FUNDING.write(deposit.funding()))
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
     * The event that {@code bytes} hold.
     *
     * @throws MalformedEventException whatever the bytes are, if they are not an event within its ranges
     */
    public static ExchangeEvent decode(byte @Nullable [] bytes) throws MalformedEventException {
        return WireBytes.decode(bytes, EventMessage.parser(), EventCodec::event);
    }

    /** The Kafka key of everything that belongs to a user: the id, 8 bytes big-endian. */
    public static byte[] key(long userId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(userId).array();
    }

    private static MarketMessage market(Market market) {
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
                .setTier(TIER.write(account.tier()))
                .setJurisdiction(JURISDICTION.write(account.jurisdiction()))
                .setOpenedAtMillis(account.openedAtMillis())
                .build();
    }

    private static OrderMessage order(Order order) {
        return OrderMessage.newBuilder()
                .setAccount(account(order.account()))
                .setDeviceId(order.deviceId())
                .setSymbol(order.symbol())
                .setSide(SIDE.write(order.side()))
                .setNotionalCents(order.notionalCents())
                .setHoldingsCents(order.holdingsCents())
                .setSettled(order.settled())
                .setTicket(ticket(order.ticket()))
                .build();
    }

    private static TicketMessage ticket(Ticket ticket) {
        return TicketMessage.newBuilder()
                .setKind(KIND.write(ticket.kind()))
                .setOffBps(ticket.offBps())
                .setCounterpartyId(ticket.counterpartyId())
                .setCancelledCents(ticket.cancelledCents())
                .setApiKeyId(ticket.apiKeyId())
                .setNetworkId(ticket.networkId())
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
                .setSettled(withdrawal.settled())
                .setNetworkId(withdrawal.networkId())
                .setWithoutSecondFactor(!withdrawal.secondFactor())
                .build();
    }

    private static ExchangeEvent event(EventMessage event) throws MalformedEventException {
        return switch (event.getKindCase()) {
            case LOGIN -> login(event, event.getLogin());
            case CREDENTIAL_CHANGE ->
                new CredentialChange(
                        event.getId(),
                        event.getUserId(),
                        event.getTimeMillis(),
                        market(event),
                        event.getCredentialChange().getDeviceId(),
                        CREDENTIAL.read(event.getCredentialChange().getCredential()));
            case DEPOSIT -> deposit(event, event.getDeposit());
            case ORDER -> order(event, event.getOrder());
            case WITHDRAWAL -> withdrawal(event, event.getWithdrawal());
            case KIND_NOT_SET -> throw new MalformedEventException("no known kind of event");
        };
    }

    private static Login login(EventMessage event, LoginMessage login) throws MalformedEventException {
        return new Login(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                login.getDeviceId(),
                login.getNetworkId(),
                login.getFactor() == Factor.FACTOR_UNKNOWN ? Login.Factor.PASSWORD : FACTOR.read(login.getFactor()));
    }

    private static Deposit deposit(EventMessage event, DepositMessage deposit) throws MalformedEventException {
        Deposit.Funding funding = FUNDING.read(deposit.getFunding());
        return new Deposit(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                deposit.getAmountCents(),
                funding,
                deposit.getAsset().isEmpty() ? Deposit.usualAsset(funding) : deposit.getAsset(),
                deposit.getSourceId(),
                deposit.getFinalAtMillis() == 0 ? event.getTimeMillis() : deposit.getFinalAtMillis());
    }

    private static Order order(EventMessage event, OrderMessage order) throws MalformedEventException {
        return new Order(
                event.getId(),
                event.getUserId(),
                event.getTimeMillis(),
                market(event),
                account(order.getAccount()),
                order.getDeviceId(),
                order.getSymbol(),
                SIDE.read(order.getSide()),
                order.getNotionalCents(),
                order.getHoldingsCents(),
                order.getSettled(),
                order.hasTicket() ? ticket(order.getTicket()) : Ticket.byHand(0));
    }

    private static Ticket ticket(TicketMessage ticket) throws MalformedEventException {
        return new Ticket(
                KIND.read(ticket.getKind()),
                ticket.getOffBps(),
                ticket.getCounterpartyId(),
                ticket.getCancelledCents(),
                ticket.getApiKeyId(),
                ticket.getNetworkId());
    }

    private static Withdrawal withdrawal(EventMessage event, WithdrawalMessage withdrawal)
            throws MalformedEventException {
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

    private static Market market(EventMessage event) {
        MarketMessage market = event.getMarket();
        return new Market(
                market.getVolatilityZ(),
                market.getReturnZ(),
                market.getPriceCents(),
                market.getLiquidatedShare(),
                market.hasFundingBps() ? market.getFundingBps() : Market.USUAL_FUNDING_BPS,
                market.hasDepthShare() ? market.getDepthShare() : 1);
    }

    private static Account account(AccountMessage account) throws MalformedEventException {
        return new Account(
                TIER.read(account.getTier()),
                JURISDICTION.read(account.getJurisdiction()),
                account.getOpenedAtMillis());
    }

    private EventCodec() {}
}
