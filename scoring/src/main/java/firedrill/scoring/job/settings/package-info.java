/** Settings of the job. */
@NullMarked
package firedrill.scoring.job.settings;

import org.jspecify.annotations.NullMarked;
