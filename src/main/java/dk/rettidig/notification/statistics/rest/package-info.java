/** Figures on notifications over HTTP. */
@NullMarked
package dk.rettidig.notification.statistics.rest;

import org.jspecify.annotations.NullMarked;
