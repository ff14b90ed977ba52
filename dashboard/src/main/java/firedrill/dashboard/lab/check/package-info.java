/** Sanity checks of the simulated world. */
@NullMarked
package firedrill.dashboard.lab.check;

import org.jspecify.annotations.NullMarked;
