/**
 * The benchmarks behind {@code rettidig bench}: each measures a piece of real work against a baseline in the same run,
 * alternated five times, and reports medians. A baseline does the same input's unavoidable work and is never slowed.
 */
@NullMarked
package dk.rettidig.cli.bench;

import org.jspecify.annotations.NullMarked;
