/** The synchronous engine: the exchange, the scoring core and an operator in one thread, as fast as the CPU goes. */
@NullMarked
package firedrill.dashboard.lab;

import org.jspecify.annotations.NullMarked;
