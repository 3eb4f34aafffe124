/**
 * Follow-up: children of whom there were repeated or grave notifications and of whom no measure is on record, who is told while
 * nothing happens, and how a person closes it (docs/follow-up.md). The absence of a record is not the absence of help. Nothing
 * closes by itself. Children are pseudonyms; no model takes part.
 */
@NullMarked
package dk.rettidig.followup;

import org.jspecify.annotations.NullMarked;
