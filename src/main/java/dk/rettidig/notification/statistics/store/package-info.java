/** Published figures on notifications in the database. */
@NullMarked
package dk.rettidig.notification.statistics.store;

import org.jspecify.annotations.NullMarked;
