/**
 * Runs a delivery: verify the note, ask the gate, enter the start, read and load, enter the end with the effect, wait for
 * the checkpoint, answer with a receipt. Also registration by two people, and what happens to a delivery whose service
 * died. Declares what it needs of the store.
 */
@NullMarked
package dk.rettidig.feed.intake;

import org.jspecify.annotations.NullMarked;
