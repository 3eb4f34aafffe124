/**
 * The ledger over HTTP: checkpoints and hash tiles for everybody (C2SP tlog-tiles), entries, proofs and exports for those
 * whom the gate permits. Nothing beyond the newest published checkpoint is shown.
 */
@NullMarked
package dk.rettidig.oversight.rest;

import org.jspecify.annotations.NullMarked;
