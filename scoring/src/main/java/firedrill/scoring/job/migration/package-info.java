/** Restores savepoints of older layouts: rewrites the names of state classes and fields in their files. */
@NullMarked
package firedrill.scoring.job.migration;

import org.jspecify.annotations.NullMarked;
