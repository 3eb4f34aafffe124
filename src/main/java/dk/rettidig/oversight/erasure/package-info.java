/**
 * Erasure that somebody has a right to: one person of the rights desk requests that everything about a child is erased, another
 * decides (docs/erasure.md, ADR 0140).
 */
@NullMarked
package dk.rettidig.oversight.erasure;

import org.jspecify.annotations.NullMarked;
