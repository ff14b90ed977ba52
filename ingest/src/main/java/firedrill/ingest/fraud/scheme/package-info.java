/** Attack schemes, one class per typology (T1 to T12). */
@NullMarked
package firedrill.ingest.fraud.scheme;

import org.jspecify.annotations.NullMarked;
