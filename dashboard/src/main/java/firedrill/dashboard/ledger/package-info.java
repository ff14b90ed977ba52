/** Every dollar and every user, attributed to event ids. Pure: no Kafka, no web, no clock. */
@NullMarked
package firedrill.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
