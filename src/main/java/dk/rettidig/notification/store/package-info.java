@NullMarked
package dk.rettidig.notification.store;

import org.jspecify.annotations.NullMarked;
