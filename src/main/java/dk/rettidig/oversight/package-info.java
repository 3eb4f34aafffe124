/** The data protection officer's side of the record: what was done, by whom, on which ground, and the proof of it. */
@NullMarked
package dk.rettidig.oversight;

import org.jspecify.annotations.NullMarked;
