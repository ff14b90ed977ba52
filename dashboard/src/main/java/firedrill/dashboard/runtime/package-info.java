/** Running it all: broker, job, exchange, page; sessions and the work folder. Knows no web. */
@NullMarked
package firedrill.dashboard.runtime;

import org.jspecify.annotations.NullMarked;
