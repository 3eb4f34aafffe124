/**
 * Pairs of pseudonyms of the same child, delivered by the holder of the municipality's vault: a rotation of the key, a merge of
 * two pseudonyms, a move to another municipality (ADR 0111), what a source calls a child (ADR 0116). Rows of other features change through {@link
 * dk.rettidig.pseudonym.PseudonymRows}; nothing here knows whose they are.
 */
@NullMarked
package dk.rettidig.conversion;

import org.jspecify.annotations.NullMarked;
