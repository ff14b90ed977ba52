package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.scoring.decision.ControlCommand;

/** The external parts of a run service: broker, control topic, registry topics, sessions. */
public interface RunEnvironment extends AutoCloseable {

    /** Address of the broker, for messages. */
    String brokerAddress();

    /** Starts reading the registry and announces the seed model at a simulated time. */
    void start(long simulatedMillis);

    /** History of the model registry, which outlasts a run. */
    RegistryHistory registry();

    /** Publishes a command and returns once the broker has it. */
    void send(ControlCommand command) throws UserFacingException, InterruptedException;

    /** A session that is ready to start. */
    RunSession openSession(RunPlan plan);

    @Override
    void close();
}
