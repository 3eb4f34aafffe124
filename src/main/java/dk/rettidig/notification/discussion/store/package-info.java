/** Discussions of figures in the database. */
@NullMarked
package dk.rettidig.notification.discussion.store;

import org.jspecify.annotations.NullMarked;
