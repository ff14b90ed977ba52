package firedrill.ingest.kafka;

/** Kafka cannot be used; the message says where, why and what to do. */
public final class BrokerException extends Exception {

    public BrokerException(String message) {
        super(message);
    }

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
