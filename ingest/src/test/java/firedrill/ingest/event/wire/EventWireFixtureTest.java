package firedrill.ingest.event.wire;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.StepUpResult;
import firedrill.ingest.event.Truth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Bytes written by release 0.1.0, one file per kind of message, must always decode to the same records.
 *
 * <p>The files in {@code wire} are never rewritten; a new field gets a new file.
 */
class EventWireFixtureTest {

    private static final MarketSnapshot MARKET = new MarketSnapshot(1.25, -3.5, 6_543_210);
    private static final Account ACCOUNT = new Account(Account.Tier.VIP, Account.Jurisdiction.KR, 1_600_000_000_000L);
    private static final long TIME = 1_767_225_600_123L;

    private static final Map<String, ExchangeEvent> EVENTS = Map.of(
            "login", new Login(101, 7, TIME, MARKET, 71),
            "credential_change", new CredentialChange(102, 7, TIME, MARKET, 71, CredentialChange.Credential.TWO_FACTOR),
            "deposit", new Deposit(103, 7, TIME, MARKET, 250_000, Deposit.PaymentRail.CARD),
            "order",
                    new Order(
                            104,
                            7,
                            TIME,
                            MARKET,
                            ACCOUNT,
                            71,
                            "BTC-USD",
                            Order.Side.SELL,
                            90_000,
                            120_000,
                            false,
                            OrderDetails.manualMarketOrder(0)),
            "withdrawal",
                    new Withdrawal(105, 7, TIME, MARKET, ACCOUNT, 71, 900, "BTC", 310_000, 320_000, true, 0, true));

    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "settlement", new Settlement(7, TIME, 105, Settlement.Disposition.RECALLED, 310_000, 1_200),
            "step_up_result", new StepUpResult(7, TIME, 105, true),
            "complaint", new Complaint(7, TIME, 105),
            "fraud_report", new FraudReport(7, TIME, 105),
            "departure", new Churn(8, TIME, 105, 7, 40_000),
            "missed_deadline", new MissedDeadline(7, TIME, 104, true),
            "verdict", new ReviewVerdict(7, TIME, 105, true),
            "deposit_returned", new DepositReturn(7, TIME, 103, 250_000, 80_000));

    /** Messages with the fields added since then, none of which has its default value. */
    private static final MarketSnapshot STRESSED = new MarketSnapshot(1.25, -3.5, 6_543_210, 0.04, -2.5, 0.2);

    private static final OrderDetails DETAILS = new OrderDetails(OrderDetails.OrderType.LIMIT, 12.5, 9, 40_000, 88, 55);
    private static final Map<String, ExchangeEvent> WHOLE_EVENTS = Map.of(
            "login_whole", new Login(101, 7, TIME, STRESSED, 71, 55, Login.Factor.SMS),
            "deposit_whole",
                    new Deposit(
                            103, 7, TIME, STRESSED, 250_000, Deposit.PaymentRail.BANK, "ETH", 66, TIME + 86_400_000),
            "order_whole",
                    new Order(
                            104,
                            7,
                            TIME,
                            STRESSED,
                            ACCOUNT,
                            71,
                            "VIA-USD",
                            Order.Side.BUY,
                            90_000,
                            120_000,
                            false,
                            DETAILS),
            "withdrawal_whole",
                    new Withdrawal(105, 7, TIME, STRESSED, ACCOUNT, 71, 900, "BTC", 310_000, 320_000, true, 55, false));

    private static final Truth WHOLE_TRUTH = new Truth(105, 7, TIME, "mule-ring", 310_000, 3, 105, 0, false);

    private static final Truth TRUTH = new Truth(105, 7, TIME, "account-takeover", 310_000);

    @Test
    void oldEventsDecodeToTheSameRecords() throws Exception {
        for (var entry : EVENTS.entrySet()) {
            assertThat(EventCodec.decode(WireFixture.read(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void addedFieldsDecodeToTheSameRecords() throws Exception {
        for (var entry : WHOLE_EVENTS.entrySet()) {
            assertThat(EventCodec.decode(WireFixture.read(entry.getKey()))).isEqualTo(entry.getValue());
        }
        assertThat(TruthCodec.decode(WireFixture.read("truth_whole"))).isEqualTo(WHOLE_TRUTH);
    }

    @Test
    void oldOutcomesDecodeToTheSameRecords() throws Exception {
        for (var entry : OUTCOMES.entrySet()) {
            assertThat(OutcomeCodec.decode(WireFixture.read(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void anOldTruthDecodesToTheSameRecord() throws Exception {
        assertThat(TruthCodec.decode(WireFixture.read("truth"))).isEqualTo(TRUTH);
    }

    @Test
    void everyKindOfMessageHasAFixture() {
        assertThat(EVENTS.keySet()).isEqualTo(WireFixture.kinds(EventMessage.getDescriptor()));
        assertThat(OUTCOMES.keySet()).isEqualTo(WireFixture.kinds(OutcomeMessage.getDescriptor()));
    }

    @Test
    void aFieldOfALaterReleaseIsIgnored() throws Exception {
        for (var entry : EVENTS.entrySet()) {
            assertThat(EventCodec.decode(WireFixture.extend(WireFixture.read(entry.getKey()))))
                    .isEqualTo(entry.getValue());
        }
        for (var entry : OUTCOMES.entrySet()) {
            assertThat(OutcomeCodec.decode(WireFixture.extend(WireFixture.read(entry.getKey()))))
                    .isEqualTo(entry.getValue());
        }
        assertThat(TruthCodec.decode(WireFixture.extend(WireFixture.read("truth"))))
                .isEqualTo(TRUTH);
    }
}
