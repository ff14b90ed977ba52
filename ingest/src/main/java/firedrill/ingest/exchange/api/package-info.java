/** The port of the exchange: what customers and fraud rings may ask of it. */
@NullMarked
package firedrill.ingest.exchange.api;

import org.jspecify.annotations.NullMarked;
