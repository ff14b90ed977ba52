/** Topics read back: the run as a person may see it, and its metrics. */
@NullMarked
package firedrill.dashboard.monitor;

import org.jspecify.annotations.NullMarked;
