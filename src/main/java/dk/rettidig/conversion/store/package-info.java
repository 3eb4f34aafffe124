/** Conversions that were taken, and the former pseudonyms of children. */
@NullMarked
package dk.rettidig.conversion.store;

import org.jspecify.annotations.NullMarked;
