/**
 * The catalogue of indicators and their observations. An indicator is one defined, measured fact from a registry.
 */
@NullMarked
package dk.rettidig.indicator;

import org.jspecify.annotations.NullMarked;
