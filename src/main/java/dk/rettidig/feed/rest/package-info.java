/**
 * The wire of deliveries and of their registration: JSON and CSV under {@code /api/v1}, described in {@code docs/feed.md}.
 * Turns records into answers and nothing else.
 */
@NullMarked
package dk.rettidig.feed.rest;

import org.jspecify.annotations.NullMarked;
