/** Output of commands: text, JSON, progress. */
@NullMarked
package firedrill.dashboard.cli.output;

import org.jspecify.annotations.NullMarked;
