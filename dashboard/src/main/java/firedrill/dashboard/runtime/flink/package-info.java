/** The job on a mini cluster, or on a cluster elsewhere. */
@NullMarked
package firedrill.dashboard.runtime.flink;

import org.jspecify.annotations.NullMarked;
