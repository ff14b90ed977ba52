/** The one definition of a run's health, as a pure function of facts. */
@NullMarked
package firedrill.dashboard.health;

import org.jspecify.annotations.NullMarked;
