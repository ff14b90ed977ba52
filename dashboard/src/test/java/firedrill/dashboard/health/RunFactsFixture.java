package firedrill.dashboard.health;

import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.health.RunFacts.ExchangeFacts;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import firedrill.ingest.kafka.LiveWaits;
import java.util.List;

/** Facts of a run in which everything works; each method changes one of them. */
record RunFactsFixture(RunFacts facts) {

    static final String ADDRESS = "127.0.0.1:9092";
    static final String FOLDER = "/home/me/.firedrill";

    static RunFactsFixture healthy() {
        return new RunFactsFixture(new RunFacts(
                RunPhase.RUNNING,
                exchange(LivePhase.LIVE, "", 3, LiveWaits.NONE),
                new JobFacts(JobStage.RUNNING, "", 2_000L, ""),
                BrokerFacts.reachable(ADDRESS),
                StorageFacts.usable(FOLDER),
                "",
                ""));
    }

    private static ExchangeFacts exchange(LivePhase phase, String detail, long waiting, LiveWaits waits) {
        return new ExchangeFacts(
                new LiveHealth(phase, detail, 1, 0, 0), new LiveCounters(0, 12, 5 + waiting, 5, 1, 0, 0, 0, 0), waits);
    }

    RunFactsFixture in(RunPhase phase) {
        return new RunFactsFixture(new RunFacts(
                phase,
                facts.exchange(),
                facts.job(),
                facts.broker(),
                facts.storage(),
                facts.startFailure(),
                facts.monitorFailure()));
    }

    RunFactsFixture with(LivePhase phase, String detail) {
        return with(exchange(phase, detail, 3, LiveWaits.NONE));
    }

    RunFactsFixture waiting(LivePhase phase, long requests, LiveWaits waits) {
        return with(exchange(phase, "", requests, waits));
    }

    private RunFactsFixture with(ExchangeFacts exchange) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                exchange,
                facts.job(),
                facts.broker(),
                facts.storage(),
                facts.startFailure(),
                facts.monitorFailure()));
    }

    RunFactsFixture with(JobFacts job) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                facts.exchange(),
                job,
                facts.broker(),
                facts.storage(),
                facts.startFailure(),
                facts.monitorFailure()));
    }

    RunFactsFixture with(BrokerFacts broker) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                facts.exchange(),
                facts.job(),
                broker,
                facts.storage(),
                facts.startFailure(),
                facts.monitorFailure()));
    }

    RunFactsFixture with(StorageFacts storage) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                facts.exchange(),
                facts.job(),
                facts.broker(),
                storage,
                facts.startFailure(),
                facts.monitorFailure()));
    }

    RunFactsFixture withStartFailure(String reason) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                facts.exchange(),
                facts.job(),
                facts.broker(),
                facts.storage(),
                reason,
                facts.monitorFailure()));
    }

    RunFactsFixture withMonitorFailure(String reason) {
        return new RunFactsFixture(new RunFacts(
                facts.phase(),
                facts.exchange(),
                facts.job(),
                facts.broker(),
                facts.storage(),
                facts.startFailure(),
                reason));
    }

    RunFactsFixture without(String... topics) {
        return with(new BrokerFacts(ADDRESS, true, List.of(topics), "", ""));
    }

    RunFactsFixture withoutBroker(String giveUpReason) {
        return with(new BrokerFacts(ADDRESS, false, List.of(), giveUpReason, ""));
    }

    RunHealth health() {
        return RunHealth.of(facts);
    }
}
