/** The honest users: who they are, what they do, how they take friction, when they leave and whom they tell. */
@NullMarked
package firedrill.ingest.population;

import org.jspecify.annotations.NullMarked;
