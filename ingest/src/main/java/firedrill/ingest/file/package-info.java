/** Files that a person names. */
@NullMarked
package firedrill.ingest.file;

import org.jspecify.annotations.NullMarked;
