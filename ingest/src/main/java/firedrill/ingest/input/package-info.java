/** What a person gives to the program: files, numbers, lines of text. */
@NullMarked
package firedrill.ingest.input;

import org.jspecify.annotations.NullMarked;
