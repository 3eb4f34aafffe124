/**
 * The reader's way as pages, in Danish and English, usable without scripts. What a page shows before the seal is made from
 * values that do not contain strength.
 */
@NullMarked
package dk.rettidig.review.page;

import org.jspecify.annotations.NullMarked;
