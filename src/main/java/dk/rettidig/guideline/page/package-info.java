/** Pages of the register of guidelines. */
@NullMarked
package dk.rettidig.guideline.page;

import org.jspecify.annotations.NullMarked;
