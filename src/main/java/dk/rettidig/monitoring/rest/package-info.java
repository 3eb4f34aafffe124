/** Monitoring over HTTP. */
@NullMarked
package dk.rettidig.monitoring.rest;

import org.jspecify.annotations.NullMarked;
