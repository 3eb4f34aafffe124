package dk.rettidig.oversight;

import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.LedgerReader.Proved;
import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Hash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entries as CSV that {@code rettidig verify} checks without this service: each row has the entry's bytes and its path to the
 * root, the last row the signed checkpoint ({@code docs/ledger-export.md}, "A table with its own proof").
 */
public final class ProofTable {

    /** The header. */
    static final String HEADER = "index,at,actor,actor_kind,type,action,purpose,basis,entry_base64,path";

    /** Entries read at a time: few reads, and some megabytes of tiles and entries at most. */
    private static final int AT_A_TIME = 500;

    private final LedgerReader reader;
    private final Published checkpoint;
    private final List<Long> indices;

    ProofTable(LedgerReader reader, Published checkpoint, List<Long> indices) {
        this.reader = reader;
        this.checkpoint = checkpoint;
        this.indices = List.copyOf(indices);
    }

    /** Writes the table and leaves the stream open. */
    public void write(OutputStream output) throws IOException {
        line(output, HEADER);
        for (int from = 0; from < indices.size(); from += AT_A_TIME) {
            rows(output, indices.subList(from, Math.min(indices.size(), from + AT_A_TIME)));
        }
        line(
                output,
                "checkpoint,"
                        + Base64.getEncoder().encodeToString(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
    }

    private void rows(OutputStream output, List<Long> some) throws IOException {
        List<Entry> entries = reader.entries(some);
        List<Proved> proofs = reader.inclusions(some, checkpoint.size());
        for (int i = 0; i < entries.size(); i++) {
            line(output, row(entries.get(i), proofs.get(i)));
        }
    }

    private static String row(Entry entry, Proved proved) {
        IndexedEntry seen = IndexedEntry.of(entry);
        String path = proved.proof().path().stream().map(Hash::base64).collect(Collectors.joining(" "));
        return String.join(
                ",",
                Long.toString(entry.index()),
                seen.at().toString(),
                plain(seen.handle()),
                plain(seen.actorKind()),
                plain(seen.type()),
                plain(seen.action()),
                plain(seen.purpose()),
                plain(seen.basis()),
                Base64.getEncoder().encodeToString(entry.bytes()),
                path);
    }

    /** Nothing that a spreadsheet would read as a formula, a quote or another column; the entry beside it has the rest. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_.:-]", "_").replaceFirst("^-", "_");
    }

    private static void line(OutputStream output, String line) throws IOException {
        output.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
