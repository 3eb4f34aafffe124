/**
 * What a log signs and how a stranger checks it: C2SP signed-note, tlog-checkpoint, tlog-cosignature and tlog-proof. Text
 * from outside is read by the exact rules of those documents or refused; a note's text is worth nothing before a signature
 * of a known key was verified. Private keys never appear in {@code toString}, logs or errors.
 */
@NullMarked
package dk.rettidig.checkpoint;

import org.jspecify.annotations.NullMarked;
