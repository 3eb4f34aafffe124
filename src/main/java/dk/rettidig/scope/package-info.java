/**
 * Who is in scope: per municipality and legal basis the children a processing may reach, from the receipt of a
 * notification and never beyond the basis' maximum days. Filled by its own feed. Answers membership in memory only; a
 * child's absence is never stored, counted by name or shown.
 */
@NullMarked
package dk.rettidig.scope;

import org.jspecify.annotations.NullMarked;
