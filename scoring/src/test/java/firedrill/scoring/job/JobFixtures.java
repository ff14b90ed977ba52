package firedrill.scoring.job;

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
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.model.artifact.Recalibration;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelOrder.Admit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Events as the exchange would publish them, and the Kafka records that carry them. */
public final class JobFixtures {

    public static final long START_MILLIS = 1_767_225_600_000L;
    public static final MarketSnapshot MARKET = new MarketSnapshot(0.5, -0.25, 6_000_000);
    public static final Account ACCOUNT =
            new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, START_MILLIS - 86_400_000L * 400);

    /** A record at {@code offset} of partition 0 of the events topic, published at 0. */
    static RawRecord record(long offset, byte[] value) {
        return new RawRecord(Topics.EVENTS, 0, offset, 0, value);
    }

    public static RawRecord record(long offset, ExchangeEvent event) {
        return record(offset, EventCodec.encode(event));
    }

    /** Records of the events, as the topic would have them. */
    static List<RawRecord> records(List<ExchangeEvent> events) {
        List<RawRecord> records = new ArrayList<>();
        for (ExchangeEvent event : events) {
            records.add(record(records.size(), event));
        }
        return records;
    }

    /** Records of the outcomes, as the topic would have them. */
    static List<RawRecord> outcomes(List<Outcome> outcomes) {
        List<RawRecord> records = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            records.add(new RawRecord(Topics.OUTCOMES, 0, records.size(), 0, OutcomeCodec.encode(outcome)));
        }
        return records;
    }

    static Login login(long id, long user) {
        return new Login(id, user, START_MILLIS + id, MARKET, 10 * user);
    }

    static Deposit deposit(long id, long user) {
        return new Deposit(id, user, START_MILLIS + id, MARKET, 100_000, Deposit.PaymentRail.BANK);
    }

    public static Order order(long id, long user) {
        return new Order(
                id,
                user,
                START_MILLIS + id,
                MARKET,
                ACCOUNT,
                10 * user,
                "BTC-USD",
                Order.Side.SELL,
                50_000,
                80_000,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    public static Withdrawal withdrawal(long id, long user) {
        return withdrawal(id, user, START_MILLIS + id, 100 * user, 40_000, false);
    }

    public static Withdrawal withdrawal(
            long id, long user, long timeMillis, long address, long cents, boolean settled) {
        return new Withdrawal(
                id, user, timeMillis, MARKET, ACCOUNT, 10 * user, address, "BTC", cents, 2 * cents, settled, 0, true);
    }

    /** The shipped model, announced. */
    public static ModelAnnouncement shipped() {
        return announced(ModelFile.readBundled());
    }

    /** A version of the shipped model that finds everything less likely to be fraud. */
    public static ModelAnnouncement milder() {
        return shifted(-1, "milder");
    }

    /** The shipped model with its log-odds shifted. */
    public static ModelAnnouncement shifted(double shift, String name) {
        try {
            return announced(Recalibration.shiftLogOdds(ModelFile.readBundled(), shift, name));
        } catch (ModelRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ModelAnnouncement announced(ModelArtifact packed) {
        try {
            return ModelAnnouncement.of(packed, 5, "ada", "for a test");
        } catch (ModelRefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static ModelCommand order(long version, ModelOrder order) {
        return new ModelCommand(version, 10 * version, "ada", "because", orderId(order, version), order);
    }

    /** Id of an order: of an admission the registrar's. */
    public static String orderId(ModelOrder order, long number) {
        return order instanceof Admit admit ? admit.orderId(number) : "id-" + number;
    }

    /** A mixed stream of {@code count} events of some hundred users, some of whom share devices and addresses. */
    public static List<ExchangeEvent> day(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ExchangeEvent> events = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            events.add(any(id, START_MILLIS + id * 5_000, random));
        }
        return events;
    }

    /**
     * Reports about one withdrawal or deposit in {@code oneIn}, each between a minute and two hours later, as they
     * arrive.
     */
    static List<Outcome> reports(List<ExchangeEvent> events, int oneIn) {
        SplittableRandom random = new SplittableRandom(events.size());
        return events.stream()
                .filter(event -> (event instanceof Withdrawal || event instanceof Deposit) && event.id() % oneIn == 0)
                .map(event -> (Outcome) new FraudReport(
                        event.userId(), event.timeMillis() + random.nextLong(60_000, 7_200_000), event.id()))
                .sorted(Comparator.comparingLong(Outcome::timeMillis))
                .toList();
    }

    private static ExchangeEvent any(long id, long timeMillis, SplittableRandom random) {
        long user = random.nextLong(1, 101);
        long device = random.nextLong(1, 151);
        long cents = random.nextLong(1, 2_000_000);
        boolean settled = random.nextInt(5) == 0;
        MarketSnapshot market = new MarketSnapshot(random.nextDouble() * 4 - 2, random.nextDouble() * 4 - 2, 6_000_000);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Login(id, user, timeMillis, market, device, random.nextLong(0, 60), Login.Factor.SMS);
            case 2 ->
                new CredentialChange(id, user, timeMillis, market, device, CredentialChange.Credential.TWO_FACTOR);
            case 3 ->
                new Deposit(
                        id,
                        user,
                        timeMillis,
                        market,
                        cents,
                        Deposit.PaymentRail.CARD,
                        "USDC",
                        random.nextLong(0, 40),
                        timeMillis + 3_600_000);
            case 4, 5 ->
                new Order(
                        id,
                        user,
                        timeMillis,
                        market,
                        ACCOUNT,
                        device,
                        random.nextInt(3) == 0 ? "VIA-USD" : "ETH-USD",
                        random.nextBoolean() ? Order.Side.SELL : Order.Side.BUY,
                        cents,
                        cents + random.nextLong(1_000_000),
                        settled,
                        new OrderDetails(
                                OrderDetails.OrderType.MARKET,
                                random.nextLong(40),
                                random.nextLong(3),
                                0,
                                random.nextLong(2) * user,
                                random.nextLong(0, 60)));
            default ->
                new Withdrawal(
                        id,
                        user,
                        timeMillis,
                        market,
                        ACCOUNT,
                        device,
                        random.nextLong(1, 121),
                        "BTC",
                        cents,
                        cents + random.nextLong(1_000_000),
                        settled,
                        random.nextLong(0, 60),
                        true);
        };
    }

    private JobFixtures() {}
}
