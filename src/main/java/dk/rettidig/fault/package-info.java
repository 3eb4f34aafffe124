/**
 * The root of all unchecked faults and the contract of stable error codes. Every feature adds its own family of\n * faults and one enum of codes; {@code docs/errors.md} lists them all and a test compares.
 */
@NullMarked
package dk.rettidig.fault;

import org.jspecify.annotations.NullMarked;
