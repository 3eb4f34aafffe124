/**
 * The policy sets that ever decided, each whole under its digest. Rows are added and never changed or removed.
 */
@NullMarked
package dk.rettidig.gate.store;

import org.jspecify.annotations.NullMarked;
