package dk.rettidig.verifier;

import dk.rettidig.merkle.TilePath;
import java.io.IOException;
import java.util.Optional;

/** Where a ledger is read from. Safe for several threads. What it hands out is not trusted. */
interface LedgerSource {

    /** Largest entry bundle: 256 entries of at most 65,535 bytes with two bytes of length each (C2SP tlog-tiles). */
    int MAX_BUNDLE_BYTES = TilePath.FULL * (2 + 65_535);

    /** The signed note. */
    byte[] checkpoint() throws IOException;

    /** The vkey that lies beside the ledger, if one does. Trusting it proves no more than that the export fits together. */
    Optional<String> key() throws IOException;

    /** Whether hash tiles are there to compare with. */
    boolean hasHashTiles();

    /**
     * Reads a tile or bundle into the buffer.
     *
     * @return false when it does not exist
     * @throws IOException when it cannot be read or is larger than any honest one
     */
    boolean read(TilePath path, ByteSink sink) throws IOException;

    /** The first bundle that the checkpoint does not cover and that is there all the same. */
    Optional<TilePath> beyond(long size) throws IOException;

    /** Reads that may be under way at once. */
    int parallel();

    /** What to call it in reports. */
    String description();
}
