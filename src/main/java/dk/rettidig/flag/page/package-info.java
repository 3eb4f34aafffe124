/** Runs as pages: how far one is, and what a finished one counted. Nothing about any child. */
@NullMarked
package dk.rettidig.flag.page;

import org.jspecify.annotations.NullMarked;
