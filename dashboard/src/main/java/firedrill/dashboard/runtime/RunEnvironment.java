package firedrill.dashboard.runtime;

import firedrill.dashboard.health.BrokerFacts;
import firedrill.dashboard.health.StorageFacts;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.runtime.order.OrderDelivery;
import firedrill.scoring.decision.ControlCommand;

/** The external parts of a run service: broker, control topic, registry topics, sessions. */
public interface RunEnvironment extends AutoCloseable {

    /** The state of the broker; may take some seconds. */
    BrokerFacts broker() throws InterruptedException;

    /** The state of the work folder. */
    StorageFacts storage();

    /** Starts reading the registry and announces the seed model at a simulated time. */
    void start(long simulatedMillis);

    /** History of the model registry, which outlasts a run. */
    RegistryHistory registry();

    /** Publishes a command and waits, for a bounded time, until the broker has it. */
    OrderDelivery send(ControlCommand command) throws InterruptedException;

    /** A session that is ready to start. */
    RunSession openSession(RunPlan plan);

    /** Makes {@link #close} wait for nothing, because no broker answers any more. */
    void abandon();

    @Override
    void close();
}
