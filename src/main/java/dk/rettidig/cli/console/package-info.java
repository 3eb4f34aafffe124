/**
 * What a command shows a person: Danish first, English beside it, progress on the error stream so that results can be\n * piped.
 */
@NullMarked
package dk.rettidig.cli.console;

import org.jspecify.annotations.NullMarked;
