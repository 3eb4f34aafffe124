/**
 * The ledger's tables: inserts and reads by plain SQL, since nothing in them is ever changed. Erasure deletes from the two
 * erasable tables only. Knows no feature and decides nothing.
 */
@NullMarked
package dk.rettidig.ledger.store;

import org.jspecify.annotations.NullMarked;
