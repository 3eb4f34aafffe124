/** The register of the published log by which entries are found; made of the log and never authoritative. */
@NullMarked
package dk.rettidig.oversight.store;

import org.jspecify.annotations.NullMarked;
