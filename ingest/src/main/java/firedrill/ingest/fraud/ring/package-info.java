/** Fraud rings: specialties, tactics and how they are learned, accounts and infrastructure. */
@NullMarked
package firedrill.ingest.fraud.ring;

import org.jspecify.annotations.NullMarked;
