/** Pages of legal supervision. */
@NullMarked
package dk.rettidig.casefile.supervision.page;

import org.jspecify.annotations.NullMarked;
