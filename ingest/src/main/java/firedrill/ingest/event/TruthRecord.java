package firedrill.ingest.event;

import java.util.function.Consumer;
import java.util.function.Function;

/** What only the simulation knows: the ground truth of a fraudulent event, or the risk that a user departs. */
public sealed interface TruthRecord permits Truth, DepartureRisk {

    long userId();

    /** Simulated UTC milliseconds. */
    long timeMillis();

    /** Result of the function of the record's kind. */
    <R> R match(Function<? super Truth, ? extends R> truth, Function<? super DepartureRisk, ? extends R> risk);

    /** Passes the record to the consumer of its kind. */
    default void dispatch(Consumer<? super Truth> truths, Consumer<? super DepartureRisk> risks) {
        Runnable call = match(truth -> () -> truths.accept(truth), risk -> () -> risks.accept(risk));
        call.run();
    }
}
