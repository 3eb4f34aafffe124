/**
 * {@code ./rettidig companion}: a small program beside the vault that turns a CPR number into a pseudonym before anything leaves
 * a caseworker's desk. Listens on the loopback interface only, starts no service, and lets no number out: not to the network,
 * not into an address, a title, a log or an error ({@code docs/companion.md}).
 */
@NullMarked
package dk.rettidig.cli.companion;

import org.jspecify.annotations.NullMarked;
