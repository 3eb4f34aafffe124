/**
 * Reads the body of a delivery as a stream: bytes on the wire, gzip, lines, rows, repeats. Memory stays flat whatever the
 * size. Decides which rows are good by the rules of the note alone; knows neither scope nor database, so that {@code push
 * --dry-run} reads exactly as the service does.
 */
@NullMarked
package dk.rettidig.feed.body;

import org.jspecify.annotations.NullMarked;
