/** The authority's contract over HTTP. Turns records into answers and nothing else. */
@NullMarked
package dk.rettidig.authority.rest;

import org.jspecify.annotations.NullMarked;
