/** The reader's way for programs: the same steps, the same refusals, as JSON and RFC 9457 problems. */
@NullMarked
package dk.rettidig.review.rest;

import org.jspecify.annotations.NullMarked;
