@NullMarked
package dk.rettidig.notification.page;

import org.jspecify.annotations.NullMarked;
