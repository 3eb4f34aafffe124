/** The authority's tables: who may ask, how much was asked today, and which requests were used. */
@NullMarked
package dk.rettidig.authority.store;

import org.jspecify.annotations.NullMarked;
