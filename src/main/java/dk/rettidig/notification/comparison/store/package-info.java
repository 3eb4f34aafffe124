/** Loaded figures in PostgreSQL. */
@NullMarked
package dk.rettidig.notification.comparison.store;

import org.jspecify.annotations.NullMarked;
