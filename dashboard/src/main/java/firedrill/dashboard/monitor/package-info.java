/** Topics read back: the displayed state of a run, and its metrics. */
@NullMarked
package firedrill.dashboard.monitor;

import org.jspecify.annotations.NullMarked;
