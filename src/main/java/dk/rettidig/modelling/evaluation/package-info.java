/**
 * What a score is worth: figures with intervals from resampled families, for all and by group, against the outcome, against
 * true need where the data are invented, and for people's own decisions by the same measure. Reads the project's own rows and
 * any CSV file; writes JSON and HTML.
 */
@NullMarked
package dk.rettidig.modelling.evaluation;

import org.jspecify.annotations.NullMarked;
