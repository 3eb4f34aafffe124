/**
 * What an outsider runs to check the record without trusting whoever keeps it: the signature, every entry's hash, the tree,
 * the running counts, the form of each entry, and that nothing seen before was taken back. Knows the published formats only
 * ({@code docs/ledger-export.md}) and none of the service's own classes. Anything unexpected is a failure, never a pass;
 * memory does not grow with the number of entries.
 */
@NullMarked
package dk.rettidig.verifier;

import org.jspecify.annotations.NullMarked;
