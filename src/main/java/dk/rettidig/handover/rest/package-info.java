/** Handovers over HTTP. */
@NullMarked
package dk.rettidig.handover.rest;

import org.jspecify.annotations.NullMarked;
