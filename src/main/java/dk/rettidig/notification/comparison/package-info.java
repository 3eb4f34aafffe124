/**
 * Published numbers of notifications of many municipalities, held against each other: rates, what chance alone could have moved,
 * and neighbours and municipalities of the same kind side by side (docs/notification-statistics.md, ADR 0137). Public figures
 * only; nothing here is about a child of this service.
 */
@NullMarked
package dk.rettidig.notification.comparison;

import org.jspecify.annotations.NullMarked;
