/** A Kafka broker of our own. */
@NullMarked
package firedrill.dashboard.runtime.broker;

import org.jspecify.annotations.NullMarked;
