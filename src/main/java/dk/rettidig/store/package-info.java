/**
 * What the stores of all features share: which municipality a transaction sees. Only {@code ..store..} packages may use it,
 * and it knows no feature (ADR 0090).
 */
@NullMarked
package dk.rettidig.store;

import org.jspecify.annotations.NullMarked;
