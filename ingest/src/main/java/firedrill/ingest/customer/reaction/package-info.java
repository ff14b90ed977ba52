/** How customers react to friction: complaints, retries, churn, word of mouth. */
@NullMarked
package firedrill.ingest.customer.reaction;

import org.jspecify.annotations.NullMarked;
