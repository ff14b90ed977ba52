/** Orders of the operator on their way to the scorer, and what becomes of them. */
@NullMarked
package firedrill.dashboard.runtime.order;

import org.jspecify.annotations.NullMarked;
