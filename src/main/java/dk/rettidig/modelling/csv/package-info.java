/** Any CSV file through the project's own pipeline: a score that is there is evaluated, or both models are trained on columns. */
@NullMarked
package dk.rettidig.modelling.csv;

import org.jspecify.annotations.NullMarked;
