/**
 * A flag told to the family it is about: to a parent and to a child of 12, in Danish and English, from the same values and
 * contributions that a caseworker reads (AI Act art. 86; GDPR 15(1)(h)). Nothing here sends anything to anybody.
 */
@NullMarked
package dk.rettidig.review.explanation;

import org.jspecify.annotations.NullMarked;
