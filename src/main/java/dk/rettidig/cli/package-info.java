/**
 * The commands of {@code ./rettidig}. Dispatched before Quarkus starts: only commands that need the server start it.
 * Exit codes: 0 done, 1 refused or failed check, 2 usage.
 */
@NullMarked
package dk.rettidig.cli;

import org.jspecify.annotations.NullMarked;
