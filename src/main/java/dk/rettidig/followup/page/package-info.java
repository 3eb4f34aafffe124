@NullMarked
package dk.rettidig.followup.page;

import org.jspecify.annotations.NullMarked;
