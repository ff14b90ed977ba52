/** Keyed state of the feature fold: stores, expiry, labels, recent links. */
@NullMarked
package firedrill.scoring.feature.state;

import org.jspecify.annotations.NullMarked;
