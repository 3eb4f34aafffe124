/**
 * A witness of transparency logs (C2SP tlog-witness): cosigns a log's checkpoint when it extends the one it cosigned last. An
 * own small program with its state on disk, for a neighbour municipality or an archive; it knows no entry, only sizes and
 * roots. Shares tree arithmetic and checkpoints with the service, and nothing else ({@code docs/witness.md}).
 */
@NullMarked
package dk.rettidig.witness;

import org.jspecify.annotations.NullMarked;
