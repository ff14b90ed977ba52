/** Options shared by commands. */
@NullMarked
package firedrill.dashboard.cli.option;

import org.jspecify.annotations.NullMarked;
