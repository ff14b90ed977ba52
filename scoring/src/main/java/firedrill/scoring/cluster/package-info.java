/** Users, devices, addresses and funding sources that belong together: found off the way of the decisions, told back to it. */
@NullMarked
package firedrill.scoring.cluster;

import org.jspecify.annotations.NullMarked;
