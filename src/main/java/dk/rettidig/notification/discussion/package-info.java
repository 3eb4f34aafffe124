/** What people see in published figures, what they do about it, and the figure of the next period (docs/notification-statistics.md, ADR 0149). */
@NullMarked
package dk.rettidig.notification.discussion;

import org.jspecify.annotations.NullMarked;
