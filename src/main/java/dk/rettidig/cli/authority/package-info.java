/** The pseudonym authority's key store: {@code ./rettidig authority new-key} and {@code split-key}, and what opens it. */
@NullMarked
package dk.rettidig.cli.authority;

import org.jspecify.annotations.NullMarked;
