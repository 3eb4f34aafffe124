/**
 * The sender's side of a feed: {@code keygen}, {@code sign}, {@code push}. Needs nothing of the service but its HTTP address
 * and reads bodies with the service's own reader, so that what passes offline passes there.
 */
@NullMarked
package dk.rettidig.cli.feed;

import org.jspecify.annotations.NullMarked;
