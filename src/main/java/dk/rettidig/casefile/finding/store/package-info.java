/** Findings of cases in PostgreSQL. */
@NullMarked
package dk.rettidig.casefile.finding.store;

import org.jspecify.annotations.NullMarked;
