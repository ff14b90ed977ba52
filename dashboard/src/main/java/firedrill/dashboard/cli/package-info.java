/** The commands; they start the broker, the job, the exchange and the page. */
@NullMarked
package firedrill.dashboard.cli;

import org.jspecify.annotations.NullMarked;
