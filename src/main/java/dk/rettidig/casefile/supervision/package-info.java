/**
 * Random legal supervision: a frame of cases, a draw that nobody could choose, reviews by two who do not see each other's
 * answers, and what comes of them (docs/supervision.md, ADR 0128, ADR 0129).
 */
@NullMarked
package dk.rettidig.casefile.supervision;

import org.jspecify.annotations.NullMarked;
