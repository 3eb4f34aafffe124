/**
 * Notifications of concern about a child (underretninger): what came in, what the law demands of it and by when, who did it,
 * and who is told while it is not done (docs/notifications.md). The letter itself stays in the case system; children are
 * pseudonyms. While the screening has not been concluded the child is in scope.
 */
@NullMarked
package dk.rettidig.notification;

import org.jspecify.annotations.NullMarked;
