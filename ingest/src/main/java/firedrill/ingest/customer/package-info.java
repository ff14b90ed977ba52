/** The customer base: population, activity rates, market stress, parameters. */
@NullMarked
package firedrill.ingest.customer;

import org.jspecify.annotations.NullMarked;
