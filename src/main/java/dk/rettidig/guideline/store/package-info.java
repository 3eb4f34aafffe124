/** The register of guidelines in the database: rows that are added and never changed. */
@NullMarked
package dk.rettidig.guideline.store;

import org.jspecify.annotations.NullMarked;
