/** The fraudsters: what they do, and how they change when they are stopped. */
@NullMarked
package firedrill.ingest.attack;

import org.jspecify.annotations.NullMarked;
