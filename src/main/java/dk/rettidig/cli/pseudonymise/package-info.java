/**
 * {@code ./rettidig pseudonymise}: a file with CPR numbers in, the same file with pseudonyms out. Runs on the registry's side,
 * where the numbers are; only blinded points leave the machine, and no message, state file or report holds a number or a part
 * of one. {@link dk.rettidig.cli.pseudonymise.AuthorityClient} speaks the contract of {@code docs/authority.md}.
 */
@NullMarked
package dk.rettidig.cli.pseudonymise;

import org.jspecify.annotations.NullMarked;
