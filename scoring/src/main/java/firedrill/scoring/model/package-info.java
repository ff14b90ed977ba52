/** Tribuo models: loaded, checked, compiled to flat arrays, calibrated, explained. */
@NullMarked
package firedrill.scoring.model;

import org.jspecify.annotations.NullMarked;
