/** Handovers in SQL: rows of two municipalities in one transaction. */
@NullMarked
package dk.rettidig.handover.store;

import org.jspecify.annotations.NullMarked;
