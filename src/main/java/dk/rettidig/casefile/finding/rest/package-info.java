/** Case findings over HTTP. */
@NullMarked
package dk.rettidig.casefile.finding.rest;

import org.jspecify.annotations.NullMarked;
