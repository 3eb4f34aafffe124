/** Runs over HTTP: asking for one, looking at them, watching one. Every route is gated. */
@NullMarked
package dk.rettidig.flag.rest;

import org.jspecify.annotations.NullMarked;
