/**
 * Who is calling: sealed actors with their municipality, and the annotation by which every route declares what it asks\n * the gate for. Decides nothing itself.
 */
@NullMarked
package dk.rettidig.access;

import org.jspecify.annotations.NullMarked;
