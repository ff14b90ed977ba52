/** Honest customers: settings, parameters and what drives their activity. */
@NullMarked
package firedrill.ingest.customer;

import org.jspecify.annotations.NullMarked;
