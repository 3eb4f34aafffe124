/** Legal supervision over HTTP. */
@NullMarked
package dk.rettidig.casefile.supervision.rest;

import org.jspecify.annotations.NullMarked;
