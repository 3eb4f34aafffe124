/**
 * Statistics as mathematics: what a sample shows and how large one has to be, how far two reviewers agree, how rates compare,
 * and which counts may be published. Knows no case, child or municipality (docs/statistics.md, ADR 0128).
 */
@NullMarked
package dk.rettidig.statistics;

import org.jspecify.annotations.NullMarked;
