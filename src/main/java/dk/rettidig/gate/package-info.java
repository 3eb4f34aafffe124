/**
 * The one door: {@link dk.rettidig.gate.Gate#decide} permits, refuses or finds undecidable, and records its own\n * decision before anyone acts on it. Undecidable counts as refused.
 */
@NullMarked
package dk.rettidig.gate;

import org.jspecify.annotations.NullMarked;
