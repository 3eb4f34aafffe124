/** Discussions of figures as pages. */
@NullMarked
package dk.rettidig.notification.discussion.page;

import org.jspecify.annotations.NullMarked;
