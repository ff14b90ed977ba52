/** Reactions of customers to friction: complaints, churn, word of mouth. */
@NullMarked
package firedrill.ingest.customer.reaction;

import org.jspecify.annotations.NullMarked;
