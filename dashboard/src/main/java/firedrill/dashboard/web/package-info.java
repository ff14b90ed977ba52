/** The page of a run: its figures as JSON, the stream that carries them, and the controls. */
@NullMarked
package firedrill.dashboard.web;

import org.jspecify.annotations.NullMarked;
