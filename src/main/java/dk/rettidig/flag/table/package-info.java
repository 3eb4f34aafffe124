/**
 * Turns a stream of observations in no order into one row a child, in memory and in one pass: for each indicator the
 * latest period in its latest version as of a moment. Primitive arrays only; nothing of it ever touches a disk.
 */
@NullMarked
package dk.rettidig.flag.table;

import org.jspecify.annotations.NullMarked;
