/**
 * Own views and outcomes in PostgreSQL, in plain SQL: written once, read back, never changed. Every statement names the
 * municipality, and row-level security backs it. Nothing outside {@code review} may touch it.
 */
@NullMarked
package dk.rettidig.review.store;

import org.jspecify.annotations.NullMarked;
