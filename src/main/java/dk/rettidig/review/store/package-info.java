/**
 * Own views and outcomes in PostgreSQL, by Panache: written once, read back, never changed. Every statement names the
 * municipality, and row-level security backs it. Erasure goes by sets of rows and is SQL. Nothing outside {@code review}
 * may touch it.
 */
@NullMarked
package dk.rettidig.review.store;

import org.jspecify.annotations.NullMarked;
