/**
 * Own views, outcomes and requests for re-identification in PostgreSQL, by Panache. Every statement names the
 * municipality, and row-level security backs it. Erasure goes by sets of rows and is SQL. Nothing outside {@code review}
 * may touch it.
 */
@NullMarked
package dk.rettidig.review.store;

import org.jspecify.annotations.NullMarked;
