/** Monitoring as pages. */
@NullMarked
package dk.rettidig.monitoring.page;

import org.jspecify.annotations.NullMarked;
