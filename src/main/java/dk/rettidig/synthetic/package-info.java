/**
 * The calibrated synthetic population and its feeds: children who don't exist, drawn from published marginals, for
 * demonstration, training, evaluation and measurement. The same settings give the same bytes, whatever the number of
 * threads; the truth (latent need, outcomes) is written apart and no feed contains it; no identifier can be a CPR number.
 * It knows no policy, no database and no model.
 */
@NullMarked
package dk.rettidig.synthetic;

import org.jspecify.annotations.NullMarked;
