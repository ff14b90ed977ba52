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
import firedrill.ingest.event.wire.Funding;
import firedrill.ingest.event.wire.Jurisdiction;
import firedrill.ingest.event.wire.LoginMessage;
import firedrill.ingest.event.wire.MarketMessage;
import firedrill.ingest.event.wire.OrderMessage;
import firedrill.ingest.event.wire.Side;
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
                        login -> message.setLogin(LoginMessage.newBuilder().setDeviceId(login.deviceId())),
                        change -> message.setCredentialChange(CredentialChangeMessage.newBuilder()
                                .setDeviceId(change.deviceId())
                                .setCredential(CREDENTIAL.write(change.credential()))),
                        deposit -> message.setDeposit(DepositMessage.newBuilder()
                                .setAmountCents(deposit.amountCents())
                                .setFunding(FUNDING.write(deposit.funding()))),
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
                .build();
    }

    private static ExchangeEvent event(EventMessage event) throws MalformedEventException {
        return switch (event.getKindCase()) {
            case LOGIN ->
                new Login(
                        event.getId(),
                        event.getUserId(),
                        event.getTimeMillis(),
                        market(event),
                        event.getLogin().getDeviceId());
            case CREDENTIAL_CHANGE ->
                new CredentialChange(
                        event.getId(),
                        event.getUserId(),
                        event.getTimeMillis(),
                        market(event),
                        event.getCredentialChange().getDeviceId(),
                        CREDENTIAL.read(event.getCredentialChange().getCredential()));
            case DEPOSIT ->
                new Deposit(
                        event.getId(),
                        event.getUserId(),
                        event.getTimeMillis(),
                        market(event),
                        event.getDeposit().getAmountCents(),
                        FUNDING.read(event.getDeposit().getFunding()));
            case ORDER -> order(event, event.getOrder());
            case WITHDRAWAL -> withdrawal(event, event.getWithdrawal());
            case KIND_NOT_SET -> throw new MalformedEventException("no known kind of event");
        };
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
                order.getSettled());
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
                withdrawal.getSettled());
    }

    private static Market market(EventMessage event) {
        MarketMessage market = event.getMarket();
        return new Market(market.getVolatilityZ(), market.getReturnZ(), market.getPriceCents());
    }

    private static Account account(AccountMessage account) throws MalformedEventException {
        return new Account(
                TIER.read(account.getTier()),
                JURISDICTION.read(account.getJurisdiction()),
                account.getOpenedAtMillis());
    }

    private EventCodec() {}
}
