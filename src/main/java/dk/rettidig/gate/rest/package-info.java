/**
 * The gate in front of every route: the filter behind {@code @Gated}, and the walk over all routes at start-up. A route
 * that does not say what it asks for gets no answer.
 */
@NullMarked
package dk.rettidig.gate.rest;

import org.jspecify.annotations.NullMarked;
