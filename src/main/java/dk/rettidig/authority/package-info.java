/**
 * The pseudonym authority: evaluates blinded points with the keys of pseudonym domains (RFC 9497), and never sees a number or a
 * pseudonym. An own process with its own database, key store and ledger; the contract is {@code docs/authority.md}.
 */
@NullMarked
package dk.rettidig.authority;

import org.jspecify.annotations.NullMarked;
