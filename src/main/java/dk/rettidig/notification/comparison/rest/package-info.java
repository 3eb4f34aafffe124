/** The comparison of municipalities for programs. */
@NullMarked
package dk.rettidig.notification.comparison.rest;

import org.jspecify.annotations.NullMarked;
