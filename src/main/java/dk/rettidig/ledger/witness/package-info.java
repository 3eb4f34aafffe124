/**
 * The log's side of C2SP tlog-witness: asks the configured witnesses to cosign a checkpoint before it is published. Besides
 * sign-in the only place where the service calls out.
 */
@NullMarked
package dk.rettidig.ledger.witness;

import org.jspecify.annotations.NullMarked;
