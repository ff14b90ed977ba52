/** YAML with positions: every file that a person writes is read here, so that errors name file and line. */
@NullMarked
package firedrill.ingest.yaml;

import org.jspecify.annotations.NullMarked;
