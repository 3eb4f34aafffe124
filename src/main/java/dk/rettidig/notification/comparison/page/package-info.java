/** The page that compares municipalities. */
@NullMarked
package dk.rettidig.notification.comparison.page;

import org.jspecify.annotations.NullMarked;
