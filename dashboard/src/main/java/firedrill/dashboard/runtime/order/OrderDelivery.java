package firedrill.dashboard.runtime.order;

import java.util.function.Function;

/** Result of sending an order to Kafka. */
public sealed interface OrderDelivery {

    <R> R match(
            Function<? super Written, ? extends R> written,
            Function<? super NotWritten, ? extends R> notWritten,
            Function<? super Uncertain, ? extends R> uncertain);

    /** It is on its topic, in time. */
    record Written(String orderId) implements OrderDelivery {

        @Override
        public <R> R match(
                Function<? super Written, ? extends R> written,
                Function<? super NotWritten, ? extends R> notWritten,
                Function<? super Uncertain, ? extends R> uncertain) {
            return written.apply(this);
        }
    }

    /**
     * It is not on its topic and never will be, or it is void there.
     *
     * @param reason a sentence
     */
    record NotWritten(String reason) implements OrderDelivery {

        @Override
        public <R> R match(
                Function<? super Written, ? extends R> written,
                Function<? super NotWritten, ? extends R> notWritten,
                Function<? super Uncertain, ? extends R> uncertain) {
            return notWritten.apply(this);
        }
    }

    /**
     * The connection had it when it was given up: it may be on its topic. After the end of its validity it cannot take effect
     * any more unless it already has.
     *
     * @param reason a sentence
     */
    record Uncertain(String orderId, String reason) implements OrderDelivery {

        @Override
        public <R> R match(
                Function<? super Written, ? extends R> written,
                Function<? super NotWritten, ? extends R> notWritten,
                Function<? super Uncertain, ? extends R> uncertain) {
            return uncertain.apply(this);
        }
    }
}
