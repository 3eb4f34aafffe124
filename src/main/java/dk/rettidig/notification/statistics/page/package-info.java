/** Figures on notifications as a page. */
@NullMarked
package dk.rettidig.notification.statistics.page;

import org.jspecify.annotations.NullMarked;
