/**
 * Re-identification (genidentifikation), the only way back from a pseudonym: a caseworker asks about one flag, a second person
 * approves, a ticket for exactly one pseudonym is issued, and the municipality's vault redeems it once. The service never
 * learns who the child is. Nothing here takes more than one flag, and of a ticket only the digest of its id is kept.
 */
@NullMarked
package dk.rettidig.review.reidentification;

import org.jspecify.annotations.NullMarked;
