@NullMarked
package dk.rettidig.notification.rest;

import org.jspecify.annotations.NullMarked;
