/**
 * Released models: loading them with every check before a byte is parsed, reading a child's values as of a moment,
 * prediction, calibration, abstention and exact reasons. It sees values and never a pseudonym, keeps nothing, and knows
 * neither runs nor flags. What was learned after the as-of moment does not exist here.
 */
@NullMarked
package dk.rettidig.scoring;

import org.jspecify.annotations.NullMarked;
