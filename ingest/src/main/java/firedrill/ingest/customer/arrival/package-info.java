/** Arrival processes: when customers act. */
@NullMarked
package firedrill.ingest.customer.arrival;

import org.jspecify.annotations.NullMarked;
