/**
 * The one record: every effect, look-up and refusal is an entry in one append-only Merkle log (RFC 6962). Features\n * define their own events; this package encodes, appends, sequences, integrates, publishes and proves. It must not know\n * any feature.
 */
@NullMarked
package dk.rettidig.ledger;

import org.jspecify.annotations.NullMarked;
