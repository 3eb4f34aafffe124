/**
 * The only identifier of a child that the service holds. Never prints, logs or compares in the open.
 */
@NullMarked
package dk.rettidig.pseudonym;

import org.jspecify.annotations.NullMarked;
