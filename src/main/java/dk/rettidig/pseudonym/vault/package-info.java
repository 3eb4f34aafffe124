/**
 * The municipality's vault: which pseudonym belongs to which child in scope, in one encrypted file that is held outside the
 * data teams. The service has no part in it. Nothing here prints, logs or shows a number ({@code docs/vault.md}).
 */
@NullMarked
package dk.rettidig.pseudonym.vault;

import org.jspecify.annotations.NullMarked;
