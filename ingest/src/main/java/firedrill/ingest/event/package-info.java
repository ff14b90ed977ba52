/** Events, outcomes, ground truth and answers: the records shared by all modules. Published. */
@NullMarked
package firedrill.ingest.event;

import org.jspecify.annotations.NullMarked;
