/** Rounds, reviews and plans of legal supervision in PostgreSQL. Rows are written once (ADR 0129), so plain JDBC. */
@NullMarked
package dk.rettidig.casefile.supervision.store;

import org.jspecify.annotations.NullMarked;
