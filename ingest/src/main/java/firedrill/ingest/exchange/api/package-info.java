/** The exchange's port: what customers and fraud can request, and the callbacks they receive. */
@NullMarked
package firedrill.ingest.exchange.api;

import org.jspecify.annotations.NullMarked;
