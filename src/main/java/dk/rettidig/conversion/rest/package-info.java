/** The one way in for pairs of pseudonyms. */
@NullMarked
package dk.rettidig.conversion.rest;

import org.jspecify.annotations.NullMarked;
