/** Case findings as pages. */
@NullMarked
package dk.rettidig.casefile.finding.page;

import org.jspecify.annotations.NullMarked;
