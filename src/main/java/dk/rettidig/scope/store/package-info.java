/** Reads scope from PostgreSQL under row-level security, one municipality a transaction. */
@NullMarked
package dk.rettidig.scope.store;

import org.jspecify.annotations.NullMarked;
