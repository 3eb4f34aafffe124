/**
 * {@code ./rettidig vault}: keeps the municipality's vault beside the caseworkers' desk, outside the data teams. Shows counts,
 * days and local ids, never a number or a pseudonym.
 */
@NullMarked
package dk.rettidig.cli.vault;

import org.jspecify.annotations.NullMarked;
