/**
 * Extracts for a person (GDPR article 15; C-579/21): the service prepares, a person decides entry by entry, and what is released
 * names no employee and shows nothing of what was withheld (docs/extracts.md).
 */
@NullMarked
package dk.rettidig.oversight.extract;

import org.jspecify.annotations.NullMarked;
