/**
 * Halts: an access request, an objection or a complaint keeps everything that concerns its child from being erased, and an
 * objection keeps the child from being calculated (docs/halts.md).
 */
@NullMarked
package dk.rettidig.oversight.halt;

import org.jspecify.annotations.NullMarked;
