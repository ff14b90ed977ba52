package firedrill.dashboard.bench;

import firedrill.ingest.event.Topics;

/** Where a request goes and where its answer comes from. */
enum RequestRoute {
    /** The scoring job. */
    PIPELINE(Topics.EVENTS, Topics.DECISIONS),
    /** A consumer that hands each request to a producer, and nothing else: what Kafka alone costs. */
    RELAY("bench.relay.in", "bench.relay.out");

    private final String requestTopic;
    private final String answerTopic;

    RequestRoute(String requests, String answers) {
        this.requestTopic = requests;
        this.answerTopic = answers;
    }

    String requestTopic() {
        return requestTopic;
    }

    String answerTopic() {
        return answerTopic;
    }
}
