/** What people write and answer for: a justification, a journal number, and the check that lets no CPR number in. */
@NullMarked
package dk.rettidig.text;

import org.jspecify.annotations.NullMarked;
