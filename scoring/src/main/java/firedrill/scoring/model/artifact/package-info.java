/** Model artifacts: file, sidecar, checksums, class allowlist, admission checks. */
@NullMarked
package firedrill.scoring.model.artifact;

import org.jspecify.annotations.NullMarked;
