/**
 * The pages of arriving and leaving: sign-in, the front page that says what needs a person today, the choice of language.
 * Identities are established elsewhere; nothing here decides who may do what.
 */
@NullMarked
package dk.rettidig.access.page;

import org.jspecify.annotations.NullMarked;
