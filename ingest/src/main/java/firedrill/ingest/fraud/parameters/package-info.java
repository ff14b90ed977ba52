/** Parameters of the fraud simulation, bound from {@code parameters/fraud.yaml}; that file holds values, units and sources. */
@NullMarked
package firedrill.ingest.fraud.parameters;

import org.jspecify.annotations.NullMarked;
