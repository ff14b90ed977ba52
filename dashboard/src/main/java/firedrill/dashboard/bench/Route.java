package firedrill.dashboard.bench;

import firedrill.ingest.event.Topics;

/** Where a request goes and where its answer comes from. */
enum Route {
    /** The scoring job. */
    PIPELINE(Topics.EVENTS, Topics.DECISIONS),
    /** A consumer that hands each request to a producer, and nothing else: what Kafka alone costs. */
    RELAY("bench.relay.in", "bench.relay.out");

    private final String requests;
    private final String answers;

    Route(String requests, String answers) {
        this.requests = requests;
        this.answers = answers;
    }

    String requests() {
        return requests;
    }

    String answers() {
        return answers;
    }
}
