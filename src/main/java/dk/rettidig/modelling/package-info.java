/**
 * Training, evaluation and release of scorecards. Reads only what was known as of a day, keeps families on one side of every
 * split, refuses blocked indicators and targets that measure something else than need, and writes releases whose bytes
 * depend on settings, seed, JDK and architecture alone. Nothing here runs in the service.
 */
@NullMarked
package dk.rettidig.modelling;

import org.jspecify.annotations.NullMarked;
