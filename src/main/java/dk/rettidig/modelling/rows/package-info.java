/**
 * The rows that a training's settings name: invented children, or folders of pseudonymised rows that a municipality's data team
 * drew and that the rules must permit (docs/training.md).
 */
@NullMarked
package dk.rettidig.modelling.rows;

import org.jspecify.annotations.NullMarked;
