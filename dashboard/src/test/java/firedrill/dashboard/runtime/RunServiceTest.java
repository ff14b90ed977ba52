package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.health.RunPhase;
import firedrill.dashboard.monitor.BillComparison.BillStatus;
import firedrill.dashboard.runtime.RunControls.ControlResult;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunServiceTest {

    private static final ControlResult ACCEPTED = new ControlResult.Accepted();

    private final FakeRunEnvironment environment = new FakeRunEnvironment();
    private final FakeDeployment deployment = new FakeDeployment();
    private final FakeArms arms = new FakeArms();
    private final RunService service;

    RunServiceTest() throws Exception {
        var plan = new RunPlan(ScenarioCatalogue.load("quiet"), ExchangeSettings.DEFAULT, 7, 60, 1);
        service = new RunService(environment, deployment, new BaselineRunner(arms), plan);
    }

    @AfterEach
    void close() throws InterruptedException {
        service.close();
    }

    @Test
    void startBringsUpRegistryJobAndExchange() throws Exception {
        assertThat(service.phase()).isEqualTo(RunPhase.STARTING);
        service.start();
        assertThat(service.phase()).isEqualTo(RunPhase.RUNNING);
        assertThat(environment.isStarted).isTrue();
        assertThat(deployment.starts).hasValue(1);
        assertThat(environment.lastSession().isStarted).isTrue();
    }

    @Test
    void beforeTheStartCommandsAreRefused() {
        assertThat(service.endRun()).isEqualTo(new ControlResult.Refused("No run is active."));
        assertThat(service.pinMode(Optional.of(Mode.RULES), "a test"))
                .isEqualTo(new ControlResult.Refused("No run is active; start one first."));
        assertThat(service.startScenario("crash-day"))
                .isEqualTo(new ControlResult.Refused("A run is starting; retry when it is running."));
        assertThat(environment.commands).isEmpty();
    }

    @Test
    void aPinnedModeIsSentAtSimulatedTime() throws Exception {
        service.start();
        environment.lastSession().elapsedMillis = 60_000;
        assertThat(service.pinMode(Optional.of(Mode.RULES), "a test")).isEqualTo(ACCEPTED);
        assertThat(environment.commands)
                .containsExactly(new OperatorMode(
                        0,
                        ExchangeSettings.DEFAULT.startMillis() + 60_000,
                        "operator",
                        "a test",
                        Optional.of(Mode.RULES)));
    }

    @Test
    void aCommandThatDoesNotReachTheBrokerIsRefused() throws Exception {
        service.start();
        environment.isUnreachable = true;
        assertThat(service.pinMode(Optional.empty(), "a test"))
                .isEqualTo(new ControlResult.Refused("The order did not reach Kafka."));
    }

    @Test
    void aCommandThatTheBrokerMayHaveIsNeitherAcceptedNorRefused() throws Exception {
        service.start();
        environment.isSilent = true;
        assertThat(service.pinMode(Optional.empty(), "a test"))
                .isEqualTo(new ControlResult.Uncertain("order-1", "Kafka did not confirm the order."));
    }

    @Test
    void aRunDoesNotStartWhileItIsUnknownWhetherItsResetCounts() throws Exception {
        service.start();
        environment.isSilent = true;
        service.startScenario("crash-day");
        awaitPhase(RunPhase.FINISHED);
        assertThat(service.comparison().failure())
                .isEqualTo("The next run did not start: Kafka did not confirm the order.");
    }

    @Test
    void anOrderThatTheRegistryRefusesIsNotSent() throws Exception {
        service.start();
        assertThat(service.orderModel(new ModelOrder.Promote("0123456789ab"), "a test"))
                .isInstanceOf(ControlResult.Refused.class);
        assertThat(environment.commands).isEmpty();
    }

    @Test
    void endingARunComputesItsBill() throws Exception {
        service.start();
        assertThat(service.comparison().status()).isEqualTo(BillStatus.PENDING);
        assertThat(service.endRun()).isEqualTo(ACCEPTED);
        assertThat(service.phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(service.endRun()).isEqualTo(new ControlResult.Refused("No run is active."));
        awaitBill(BillStatus.READY);
        assertThat(environment.lastSession().isEnded).isTrue();
        assertThat(environment.lastSession().settled).isEqualTo(Duration.ofDays(3));
        assertThat(arms.runs).hasSize(3);
    }

    @Test
    void aBillThatFailsCarriesItsReason() throws Exception {
        arms.isFailing = true;
        service.start();
        service.endRun();
        awaitBill(BillStatus.FAILED);
        assertThat(service.comparison().failure()).isEqualTo("no memory");
    }

    @Test
    void theEndIsReachedWithTheLengthOfTheScenario() throws Exception {
        service.start();
        long length = service.session().plan().scenario().length().toMillis();
        environment.lastSession().elapsedMillis = length - 1;
        assertThat(service.hasReachedEnd()).isFalse();
        environment.lastSession().elapsedMillis = length;
        assertThat(service.hasReachedEnd()).isTrue();
        service.finishRun();
        assertThat(service.hasReachedEnd()).as("a finished run").isFalse();
    }

    @Test
    void aScenarioReplacesTheRunWithANewJobAndLargerEventIds() throws Exception {
        service.start();
        var first = environment.lastSession();
        assertThat(service.startScenario("crash-day")).isEqualTo(ACCEPTED);
        awaitPhase(RunPhase.RUNNING);
        var second = environment.lastSession();
        assertThat(first.isClosed).isTrue();
        assertThat(deployment.stops).hasValue(1);
        assertThat(deployment.starts).hasValue(2);
        assertThat(second.isStarted).isTrue();
        assertThat(second.plan().scenario().id()).isEqualTo("crash-day");
        assertThat(second.plan().firstEventId()).isGreaterThan(first.plan().firstEventId());
        assertThat(environment.commands).extracting(ControlCommand::actor).containsOnly("operator");
        assertThat(service.comparison().status()).isEqualTo(BillStatus.PENDING);
    }

    @Test
    void ofTwoSimultaneousScenariosOneIsRefused() throws Exception {
        service.start();
        deployment.release = new CountDownLatch(1);
        var together = new CountDownLatch(1);
        var requests = Executors.newFixedThreadPool(8);
        Callable<ControlResult> request = () -> {
            together.await();
            return service.startScenario("crash-day");
        };
        var results = Stream.generate(() -> requests.submit(request)).limit(8).toList();
        together.countDown();
        int accepted = 0;
        for (var result : results) {
            accepted += result.get().equals(ACCEPTED) ? 1 : 0;
        }
        requests.shutdown();
        deployment.release.countDown();
        awaitPhase(RunPhase.RUNNING);
        assertThat(accepted).isEqualTo(1);
        assertThat(environment.sessions).hasSize(2);
    }

    @Test
    void aRunThatDoesNotStartCanBeFollowedByAnotherWithFreshEventIds() throws Exception {
        service.start();
        deployment.isFailing = true;
        service.startScenario("crash-day");
        awaitPhase(RunPhase.FINISHED);
        assertThat(service.comparison().failure())
                .isEqualTo("The next run did not start: The scoring job did not start.");
        deployment.isFailing = false;
        service.startScenario("quiet");
        awaitPhase(RunPhase.RUNNING);
        assertThat(environment.sessions)
                .extracting(session -> session.plan().firstEventId())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anExternalJobKeepsItsScenario() throws Exception {
        service.start();
        deployment.isManaged = false;
        assertThat(service.startScenario("crash-day"))
                .isEqualTo(new ControlResult.Refused("The job is external; restart with up --scenario."));
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheKnownOnes() throws Exception {
        service.start();
        assertThat(service.startScenario("nothing"))
                .isInstanceOfSatisfying(
                        ControlResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("'nothing'", "crash-day", "quiet"));
    }

    @Test
    void healthNamesTheUnreachableBroker() throws Exception {
        service.start();
        assertThat(service.currentHealth().ready()).isTrue();
        var session = environment.lastSession();
        session.phase = LivePhase.BROKER_UNAVAILABLE;
        session.detail = "Kafka has confirmed nothing for 3 s";
        assertThat(service.currentHealth().ready()).isFalse();
        assertThat(service.health().cause()).isEqualTo("Kafka has confirmed nothing for 3 s.");
    }

    @Test
    void closeReleasesEverything() throws Exception {
        service.start();
        service.close();
        assertThat(List.of(environment.isClosed, environment.lastSession().isClosed))
                .containsOnly(true);
        assertThat(deployment.stops).hasValue(1);
    }

    private void awaitBill(BillStatus status) {
        await().untilAsserted(() -> assertThat(service.comparison().status()).isEqualTo(status));
    }

    private void awaitPhase(RunPhase phase) {
        await().untilAsserted(() -> assertThat(service.phase()).isEqualTo(phase));
    }
}
