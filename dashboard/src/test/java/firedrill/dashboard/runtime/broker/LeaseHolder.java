package firedrill.dashboard.runtime.broker;

import firedrill.ingest.kafka.ExchangeLease;
import firedrill.ingest.kafka.KafkaSettings;

/** A process that takes the lease of a Kafka, and ends when another takes it over. */
public final class LeaseHolder {

    /** Says "held" once the lease is its own, and later who took it; the argument is the address of Kafka. */
    public static void main(String[] args) throws Exception {
        try (var lease = ExchangeLease.acquire(KafkaSettings.at(args[0]))) {
            System.out.println("held");
            while (lease.rival().isEmpty()) {
                Thread.sleep(100);
            }
            System.out.println("taken by " + lease.rival());
        }
    }

    private LeaseHolder() {}
}
