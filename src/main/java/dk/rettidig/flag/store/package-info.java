/**
 * Runs and flags in PostgreSQL, in plain SQL: every statement names the municipality, and row-level security backs it.
 * Nothing outside {@code flag} may touch it.
 */
@NullMarked
package dk.rettidig.flag.store;

import org.jspecify.annotations.NullMarked;
