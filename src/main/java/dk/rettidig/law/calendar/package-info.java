/**
 * When a deadline of the law ends: the Danish calendar with its public holidays, and the engine that counts. The only place
 * that knows the calendar library.
 */
@NullMarked
package dk.rettidig.law.calendar;

import org.jspecify.annotations.NullMarked;
