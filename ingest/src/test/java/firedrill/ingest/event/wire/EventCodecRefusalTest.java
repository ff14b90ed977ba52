package firedrill.ingest.event.wire;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Refusals of the event codec and their reasons, which appear in the dead-letter topic. */
class EventCodecRefusalTest {

    @Test
    void aMissingValueIsRefused() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> EventCodec.decode(null))
                .withMessage("no value");
    }

    @Test
    void anEmptyValueIsRefused() {
        refused(new byte[0], "value of 0 bytes");
    }

    @Test
    void aValueLongerThanTheTopicAllowsIsRefused() {
        refused(new byte[70_000], "value of 70000 bytes");
    }

    @Test
    void aMessageWithoutAKindIsRefused() {
        refused(login().clearLogin().build().toByteArray(), "no known kind of event");
    }

    @Test
    void anEnumValueOfALaterReleaseIsUnknown() {
        byte[] bytes = login().setOrder(OrderMessage.newBuilder().setDeviceId(3).setSideValue(77))
                .build()
                .toByteArray();
        refused(bytes, "unknown tier");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedByName() {
        byte[] bytes = login().setMarket(
                        MarketMessage.newBuilder().setReturnZ(Double.NaN).setPriceCents(1))
                .build()
                .toByteArray();
        refused(bytes, "returnZ must be finite, was NaN");
    }

    @Test
    void aMissingMarketIsRefusedByName() {
        refused(login().clearMarket().build().toByteArray(), "priceCents must be positive, was 0");
    }

    @Test
    void aTimeOutsideItsRangeIsRefused() {
        refused(
                login().setTimeMillis(Long.MAX_VALUE).build().toByteArray(),
                "timeMillis must lie between 1970 and 2100, was 9223372036854775807");
    }

    @Test
    void evidenceIsNoRequest() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> EventCodec.decodeRequest(login().build().toByteArray()))
                .withMessage("Login is neither an order nor a withdrawal");
    }

    @Test
    void anAmountThatWouldWrapASumIsRefused() {
        refusedDeparture(1L << 62, "lifetimeValueCents must be at most 10000000000000000, was 4611686018427387904");
    }

    @Test
    void anAmountBelowNothingIsRefused() {
        refusedDeparture(-1, "lifetimeValueCents must not be negative, was -1");
    }

    private static void refusedDeparture(long cents, String reason) {
        byte[] departure = OutcomeMessage.newBuilder()
                .setUserId(1)
                .setTimeMillis(5)
                .setDeparture(DepartureMessage.newBuilder().setLifetimeValueCents(cents))
                .build()
                .toByteArray();
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> OutcomeCodec.decode(departure))
                .withMessage(reason);
    }

    @Test
    void anEndlessNameIsRefusedByItsLength() {
        DepositMessage deposit = DepositMessage.newBuilder()
                .setAmountCents(1)
                .setFundingValue(1)
                .setAsset("B".repeat(60_000))
                .build();
        refused(login().setDeposit(deposit).build().toByteArray(), "asset must have at most 64 characters, had 60000");
    }

    @Test
    void aMeasureThatNoMarketShowsIsRefused() {
        byte[] bytes = login().setMarket(
                        MarketMessage.newBuilder().setVolatilityZ(1e300).setPriceCents(1))
                .build()
                .toByteArray();
        refused(bytes, "volatilityZ must lie in [-1.0E12, 1.0E12], was 1.0E300");
    }

    @Test
    void anOutcomeWithoutAKindIsRefused() {
        byte[] outcome = OutcomeMessage.newBuilder().setUserId(1).build().toByteArray();
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> OutcomeCodec.decode(outcome))
                .withMessage("no known kind of outcome");
    }

    private static void refused(byte[] bytes, String reason) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> EventCodec.decode(bytes))
                .withMessage(reason);
    }

    private static EventMessage.Builder login() {
        return EventMessage.newBuilder()
                .setId(1)
                .setUserId(2)
                .setTimeMillis(3)
                .setMarket(MarketMessage.newBuilder().setPriceCents(1))
                .setLogin(LoginMessage.newBuilder().setDeviceId(3));
    }
}
