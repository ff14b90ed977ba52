/** The model registry: versions, champion, challengers, staged rollout, and the rules for orders. */
@NullMarked
package firedrill.scoring.registry;

import org.jspecify.annotations.NullMarked;
