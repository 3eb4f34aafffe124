/** The register of guidelines over HTTP. */
@NullMarked
package dk.rettidig.guideline.rest;

import org.jspecify.annotations.NullMarked;
