/** Monitoring in PostgreSQL. */
@NullMarked
package dk.rettidig.monitoring.store;

import org.jspecify.annotations.NullMarked;
