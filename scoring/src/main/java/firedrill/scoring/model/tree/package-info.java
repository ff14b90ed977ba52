/** Flat decision trees and their traversal. */
@NullMarked
package firedrill.scoring.model.tree;

import org.jspecify.annotations.NullMarked;
