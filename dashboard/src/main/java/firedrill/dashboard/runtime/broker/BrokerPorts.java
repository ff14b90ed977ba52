package firedrill.dashboard.runtime.broker;

import firedrill.dashboard.runtime.LoopbackPort;
import java.io.IOException;

/** The loopback ports of a broker: for its clients, and for its controller. */
public record BrokerPorts(int broker, int controller) {

    /** Two ports that are free at this moment; another process may bind them first. */
    static BrokerPorts findFree() throws IOException {
        try (var broker = LoopbackPort.bind(0);
                var controller = LoopbackPort.bind(0)) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }

    /** Whether both ports are free at this moment. */
    boolean areFree() {
        return LoopbackPort.isFree(broker) && LoopbackPort.isFree(controller);
    }

    String bootstrap() {
        return "127.0.0.1:" + broker;
    }
}
