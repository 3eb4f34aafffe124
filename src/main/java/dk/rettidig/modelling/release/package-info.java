/**
 * The release gate: a model is signed only when every test passes whose limit stands in {@code policies/release-limits.yaml}.
 * A failed gate names test, figure and limit; its report belongs to the release.
 */
@NullMarked
package dk.rettidig.modelling.release;

import org.jspecify.annotations.NullMarked;
