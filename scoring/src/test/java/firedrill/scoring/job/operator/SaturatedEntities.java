package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.CredentialChange;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Login;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.OrderDetails;
import firedrill.scoring.feature.AddressState;
import firedrill.scoring.feature.DeviceState;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.NetworkState;
import firedrill.scoring.feature.SourceState;
import firedrill.scoring.feature.SymbolState;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.job.JobFixtures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** One entity of each kind that everything happened to: each event is observed by all of them. */
final class SaturatedEntities {

    final UserState user = new UserState();
    final DeviceState device = new DeviceState();
    final NetworkState network = new NetworkState();
    final SourceState source = new SourceState();
    final AddressState address = new AddressState();
    final SymbolState symbol = new SymbolState();

    private final double[] vector = new double[Feature.COUNT];
    private final SplittableRandom random = new SplittableRandom(1);

    /** {@code count} events, evenly over {@code lengthMillis}, of up to {@code ids} different others. */
    static SaturatedEntities of(int count, long lengthMillis, long ids) {
        SaturatedEntities life = new SaturatedEntities();
        for (long id = 1; id <= count; id++) {
            life.observe(id, JobFixtures.START_MILLIS + lengthMillis / count * id, ids);
        }
        return life;
    }

    /** The states by their types. */
    Map<Class<?>, Object> states() {
        Map<Class<?>, Object> states = new LinkedHashMap<>();
        for (Object state : new Object[] {user, device, network, source, address, symbol}) {
            states.put(state.getClass(), state);
        }
        return states;
    }

    private void observe(long id, long timeMillis, long ids) {
        ExchangeEvent event = randomEvent(id, timeMillis, ids);
        user.observe(event, vector);
        device.observe(event, vector);
        network.observe(event, vector);
        source.observe(event, vector);
        address.observe(event, vector);
        symbol.observe(event, vector);
        if (random.nextInt(9) == 0) {
            learn(id, timeMillis);
        }
        if (random.nextInt(50) == 0) {
            address.applyCluster(
                    new AddressClusterUpdate(7, timeMillis + 600_000, 1 + random.nextInt(9), timeMillis, 0.5, 0.25));
        }
    }

    private void learn(long id, long timeMillis) {
        Label label = user.applyLabel(id - random.nextInt(3), timeMillis + 600_000);
        if (label != null) {
            device.applyLabel(label);
            network.applyLabel(label);
            source.applyLabel(label);
            address.applyLabel(label);
        }
        user.applyLabel(id + random.nextInt(1_000), timeMillis + 600_000);
    }

    private ExchangeEvent randomEvent(long id, long timeMillis, long ids) {
        long some = 1 + random.nextLong(ids);
        long other = 1 + random.nextLong(ids);
        long cents = 1 + random.nextLong(2_000_000);
        return switch (random.nextInt(7)) {
            case 0 ->
                new Login(id, some, timeMillis, JobFixtures.MARKET, other, 1 + random.nextLong(ids), Login.Factor.APP);
            case 1 ->
                new CredentialChange(
                        id, some, timeMillis, JobFixtures.MARKET, other, CredentialChange.Credential.TWO_FACTOR);
            case 2 ->
                new Deposit(
                        id,
                        some,
                        timeMillis,
                        JobFixtures.MARKET,
                        cents,
                        random.nextBoolean() ? Deposit.PaymentRail.REWARD : Deposit.PaymentRail.CARD,
                        "USDC",
                        other,
                        timeMillis + 90_000_000);
            case 3, 4 -> order(id, some, timeMillis, cents, other);
            default ->
                new Withdrawal(
                        id,
                        some,
                        timeMillis,
                        JobFixtures.MARKET,
                        JobFixtures.ACCOUNT,
                        other,
                        1 + random.nextLong(ids),
                        "BTC",
                        cents,
                        2 * cents,
                        false,
                        1 + random.nextLong(ids),
                        true);
        };
    }

    private Order order(long id, long user, long timeMillis, long cents, long other) {
        return new Order(
                id,
                user,
                timeMillis,
                JobFixtures.MARKET,
                JobFixtures.ACCOUNT,
                other,
                "C" + random.nextInt(60) + "-USD",
                random.nextBoolean() ? Order.Side.BUY : Order.Side.SELL,
                cents,
                2 * cents,
                false,
                new OrderDetails(
                        random.nextBoolean() ? OrderDetails.OrderType.LIMIT : OrderDetails.OrderType.MARKET,
                        random.nextLong(40),
                        1 + random.nextLong(90),
                        0,
                        1 + random.nextLong(90),
                        other));
    }
}
