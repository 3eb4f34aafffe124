/**
 * Deliveries, from the signed note to the receipt: feed agreements, registry keys, notes, the words for what is wrong with
 * a row or a body, and the detector of CPR numbers. A delivery counts whole or not at all; nothing here tells a sender
 * whether a child is known. Values and pure rules live in this package; {@code body} reads bodies, {@code intake} runs a
 * delivery, {@code store} keeps it, {@code rest} is its wire ({@code docs/feed.md}).
 */
@NullMarked
package dk.rettidig.feed;

import org.jspecify.annotations.NullMarked;
