/**
 * Turns the identity that Quarkus established into one of our actors. The only place that reads roles.
 */
@NullMarked
package dk.rettidig.access.rest;

import org.jspecify.annotations.NullMarked;
