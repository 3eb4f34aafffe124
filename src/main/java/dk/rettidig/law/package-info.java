/**
 * The registers of {@code policies/} as values: purposes, phases, legal bases, deadlines, retention, and the digest of\n * the set; and the ports by which features let retention, erasure and halts reach their rows. Knows no feature.
 */
@NullMarked
package dk.rettidig.law;

import org.jspecify.annotations.NullMarked;
