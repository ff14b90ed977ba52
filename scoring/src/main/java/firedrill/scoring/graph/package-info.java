/** Connected components of shared devices, addresses and funding sources; clusters and the blast radius of a freeze. */
@NullMarked
package firedrill.scoring.graph;

import org.jspecify.annotations.NullMarked;
