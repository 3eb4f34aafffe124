@NullMarked
package dk.rettidig.followup.store;

import org.jspecify.annotations.NullMarked;
