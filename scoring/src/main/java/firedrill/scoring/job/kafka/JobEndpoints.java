package firedrill.scoring.job.kafka;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sources and sinks of the graph: Kafka, or memory in tests. */
public interface JobEndpoints {

    /** Records of {@code exchange.events}. */
    DataStream<RawRecord> events();

    /** Records of {@code exchange.outcomes}. */
    DataStream<RawRecord> outcomes();

    /** Records of {@code fraud.control}, in the topic's order. */
    DataStream<RawRecord> control();

    /** Records of {@code fraud.models}. */
    DataStream<RawRecord> models();

    /** The sink of the topic with that name. */
    Sink<OutboundRecord> sink(String topic);
}
