/** When customers arrive: Poisson arrivals, diurnal activity, news rallies, airdrop claims. */
@NullMarked
package firedrill.ingest.customer.arrival;

import org.jspecify.annotations.NullMarked;
