/** Discussions of figures over HTTP. */
@NullMarked
package dk.rettidig.notification.discussion.rest;

import org.jspecify.annotations.NullMarked;
