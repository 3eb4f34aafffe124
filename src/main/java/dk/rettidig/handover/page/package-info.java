/** Pages about handovers. */
@NullMarked
package dk.rettidig.handover.page;

import org.jspecify.annotations.NullMarked;
