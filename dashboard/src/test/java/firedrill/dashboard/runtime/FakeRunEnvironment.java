package firedrill.dashboard.runtime;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.dashboard.health.StorageFacts;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.order.OrderDelivery;
import firedrill.scoring.decision.ControlCommand;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An environment without Kafka: it records commands and sessions, and refuses commands on request. */
final class FakeRunEnvironment implements RunEnvironment {

    final List<ControlCommand> commands = new CopyOnWriteArrayList<>();
    final List<FakeRunSession> sessions = new CopyOnWriteArrayList<>();
    private final RegistryHistory registry = new RegistryHistory();
    volatile BrokerFacts broker = BrokerFacts.reachable("127.0.0.1:9092");
    volatile boolean isUnreachable;
    volatile boolean isAbandoned;
    /** Takes commands and confirms none. */
    volatile boolean isSilent;

    volatile boolean isStarted;
    volatile boolean isClosed;

    @Override
    public BrokerFacts broker() {
        return broker;
    }

    @Override
    public StorageFacts storage() {
        return StorageFacts.usable("/work");
    }

    @Override
    public void start(long simulatedMillis) {
        isStarted = true;
    }

    @Override
    public RegistryHistory registry() {
        return registry;
    }

    @Override
    public OrderDelivery send(ControlCommand command) {
        if (isUnreachable) {
            return new OrderDelivery.NotWritten("The order did not reach Kafka.");
        }
        if (isSilent) {
            return new OrderDelivery.Uncertain("order-1", "Kafka did not confirm the order.");
        }
        commands.add(command);
        return new OrderDelivery.Written("order-1");
    }

    @Override
    public RunSession openSession(RunPlan plan) {
        var session = new FakeRunSession(plan);
        sessions.add(session);
        return session;
    }

    FakeRunSession lastSession() {
        return sessions.get(sessions.size() - 1);
    }

    @Override
    public void abandon() {
        isAbandoned = true;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
