package firedrill.dashboard.runtime;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.dashboard.health.StorageFacts;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.RegistryFeed;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.order.OrderChannel;
import firedrill.dashboard.runtime.order.OrderDelivery;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.WallClock;
import firedrill.scoring.decision.ControlCommand;

/** The environment of runs on one Kafka cluster. */
public final class KafkaRunEnvironment implements RunEnvironment {

    private final KafkaSettings kafka;
    private final WallClock wallClock;
    private final KafkaWatch broker;
    private final WorkFolderWatch folder;
    private final OrderChannel orders;
    private final RegistryFeed registry;

    /** Takes over {@code broker}. */
    public KafkaRunEnvironment(KafkaSettings kafka, WallClock wallClock, KafkaWatch broker, WorkFolderWatch folder) {
        this.kafka = kafka;
        this.wallClock = wallClock;
        this.broker = broker;
        this.folder = folder;
        this.registry = new RegistryFeed(kafka, wallClock.clock()::millis);
        this.orders = new OrderChannel(kafka, registry.history().fates(), wallClock.clock()::millis);
    }

    @Override
    public BrokerFacts broker() throws InterruptedException {
        return broker.look();
    }

    @Override
    public StorageFacts storage() {
        return folder.look();
    }

    @Override
    public void start(long simulatedMillis) {
        registry.start();
        SeedModel.announce(kafka, simulatedMillis);
    }

    @Override
    public RegistryHistory registry() {
        return registry.history();
    }

    @Override
    public OrderDelivery send(ControlCommand command) throws InterruptedException {
        return orders.send(command);
    }

    @Override
    public RunSession openSession(RunPlan plan) {
        var run = new LiveRun(Lab.tariff(plan.world()), plan.settings().startMillis(), registry.history());
        return new KafkaRunSession(kafka, plan, run, wallClock);
    }

    @Override
    public void abandon() {
        orders.close();
        registry.abandon();
    }

    @Override
    public void close() {
        registry.close();
        orders.close();
        broker.close();
    }
}
