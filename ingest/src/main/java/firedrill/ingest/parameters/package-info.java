/** Parameters of the models as data: commented YAML files, range-checked, bound to records, overridden by name. */
@NullMarked
package firedrill.ingest.parameters;

import org.jspecify.annotations.NullMarked;
