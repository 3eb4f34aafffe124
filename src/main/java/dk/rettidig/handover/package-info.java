/**
 * Handover of a child from the municipality that it leaves to the one that it moves to (BL § 132): which kinds of material were
 * sent and why, when the conversion of its pseudonym brought it there, who opened and answered it, and who is told while nobody
 * does (docs/handover.md). Each municipality knows the child by its own pseudonym; neither sees the other's.
 */
@NullMarked
package dk.rettidig.handover;

import org.jspecify.annotations.NullMarked;
