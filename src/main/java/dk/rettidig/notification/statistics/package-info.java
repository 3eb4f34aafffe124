/**
 * Figures on notifications by notifier, cause, age and sex: counted once for each month and year, protected before anybody sees them,
 * and kept when the notifications are erased (docs/notification-statistics.md, ADR 0132).
 */
@NullMarked
package dk.rettidig.notification.statistics;

import org.jspecify.annotations.NullMarked;
