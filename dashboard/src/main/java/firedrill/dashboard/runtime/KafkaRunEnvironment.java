package firedrill.dashboard.runtime;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.dashboard.health.StorageFacts;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.RegistryFeed;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.WallClock;
import firedrill.scoring.decision.ControlCommand;

/** The environment of runs on one Kafka cluster. */
public final class KafkaRunEnvironment implements RunEnvironment {

    private final KafkaSettings kafka;
    private final WallClock wallClock;
    private final KafkaWatch broker;
    private final WorkFolderWatch folder;
    private final ControlCommandProducer control;
    private final RegistryFeed registry;

    /** Takes over {@code broker}. */
    public KafkaRunEnvironment(KafkaSettings kafka, WallClock wallClock, KafkaWatch broker, WorkFolderWatch folder) {
        this.kafka = kafka;
        this.wallClock = wallClock;
        this.broker = broker;
        this.folder = folder;
        this.control = new ControlCommandProducer(kafka);
        this.registry = new RegistryFeed(kafka);
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
    public void send(ControlCommand command) throws UserFacingException, InterruptedException {
        control.send(command);
    }

    @Override
    public RunSession openSession(RunPlan plan) {
        var run = new LiveRun(Lab.tariff(plan.world()), plan.settings().startMillis(), registry.history());
        return new KafkaRunSession(kafka, plan, run, wallClock);
    }

    @Override
    public void abandon() {
        control.abandon();
        registry.abandon();
    }

    @Override
    public void close() {
        registry.close();
        control.close();
        broker.close();
    }
}
