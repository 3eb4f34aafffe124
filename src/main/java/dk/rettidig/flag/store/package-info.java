/**
 * Runs and flags in PostgreSQL. What people list, read and move on goes by Panache; leases, the effect of a run, upkeep and
 * the reading of a run's inputs are SQL. Every statement names the municipality, and row-level security backs it. Nothing
 * outside {@code flag} may touch it.
 */
@NullMarked
package dk.rettidig.flag.store;

import org.jspecify.annotations.NullMarked;
