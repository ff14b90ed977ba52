package firedrill.dashboard.bench;

import firedrill.ingest.event.Topics;

/** Route of a request and of its answer. */
enum RequestRoute {
    /** The scoring job. */
    PIPELINE(Topics.EVENTS, Topics.DECISIONS),
    /** A consumer that passes each request to a producer: the cost of Kafka alone. */
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
