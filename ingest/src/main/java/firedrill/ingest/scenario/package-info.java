/** Scenarios: incidents on a timeline, and their YAML. Published. */
@NullMarked
package firedrill.ingest.scenario;

import org.jspecify.annotations.NullMarked;
