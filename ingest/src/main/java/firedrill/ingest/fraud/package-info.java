/** Fraud simulator: schedules the attacks of fraud rings and feeds their outcomes back. */
@NullMarked
package firedrill.ingest.fraud;

import org.jspecify.annotations.NullMarked;
