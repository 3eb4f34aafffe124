/**
 * Deliveries as pages: how each went, and which lines stayed out and why, by number and code. What a line held is never
 * shown, for it is not kept.
 */
@NullMarked
package dk.rettidig.feed.page;

import org.jspecify.annotations.NullMarked;
