/** Named distortions of the world on a timeline, and the scenarios made of them. Published. */
@NullMarked
package firedrill.ingest.incident;

import org.jspecify.annotations.NullMarked;
