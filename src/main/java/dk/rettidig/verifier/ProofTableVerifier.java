package dk.rettidig.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Verifies a table of found entries ({@code docs/ledger-export.md}, "A table with its own proof"): the checkpoint in the last
 * row, each entry's path to its root, and that what people read in a row is what the entry says.
 */
public final class ProofTableVerifier {

    private static final String HEADER = "index,at,actor,actor_kind,type,action,purpose,basis,entry_base64,path";
    private static final String CHECKPOINT = "checkpoint,";
    private static final int COLUMNS = 10;
    private static final int ENTRY = 8;
    private static final int PATH = 9;

    /** Longest row: an entry of 64 KiB and a path of 63 hashes in base64. */
    private static final int LONGEST_ROW = 200_000;

    private final ObjectMapper json = new ObjectMapper();

    private final Findings findings = new Findings();
    private final TreeHasher hasher = new TreeHasher();
    private final EntryScanner scanner = new EntryScanner();
    private long entries;
    private long bytes;

    private ProofTableVerifier() {}

    /** Whether the file begins like such a table. */
    public static boolean looksLikeTable(Path file) throws IOException {
        byte[] head = HEADER.getBytes(StandardCharsets.US_ASCII);
        try (java.io.InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(head.length), head);
        }
    }

    /** Verifies. */
    public static Report verify(Path file, LedgerVerifier.Trust trust) throws IOException {
        return new ProofTableVerifier().run(file, trust);
    }

    private Report run(Path file, LedgerVerifier.Trust trust) throws IOException {
        List<VerifierKey> keys = new ArrayList<>(trust.keys());
        Report.KeySource from = keys.isEmpty() ? Report.KeySource.NONE : Report.KeySource.GIVEN;
        Optional<Checkpoint> checkpoint = Optional.empty();
        try {
            SignedNote note = SignedNote.parse(note(file));
            if (keys.isEmpty() && trust.seen().isPresent()) {
                trust.seen()
                        .get()
                        .find(Checkpoint.parse(note.text()).origin())
                        .ifPresent(seen -> keys.addAll(seen.keys()));
                from = keys.isEmpty() ? from : Report.KeySource.REMEMBERED;
            }
            checkpoint = Optional.of(Checkpoint.open(note, keys));
        } catch (CheckpointException | IllegalArgumentException wrong) {
            findings.add(Finding.whole(
                    Finding.Kind.CHECKPOINT,
                    "kontrolpunktet i sidste række holder ikke (" + wrong.getMessage() + ")",
                    "the checkpoint in the last row does not hold (" + wrong.getMessage() + ")"));
        }
        if (checkpoint.isPresent()) {
            rows(file, checkpoint.get());
        }
        String key = keys.isEmpty() ? "" : keys.getFirst().encode();
        return new Report(
                file.toString(),
                checkpoint,
                from,
                key,
                List.of(),
                OptionalLong.empty(),
                entries,
                bytes,
                0,
                findings.kept(),
                findings.count(),
                false);
    }

    /** The signed note of the last row. */
    private static byte[] note(Path file) throws IOException {
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (!last.startsWith(CHECKPOINT)) {
            throw new IllegalArgumentException("the last row is no checkpoint");
        }
        return Base64.getDecoder().decode(last.substring(CHECKPOINT.length()));
    }

    private void rows(Path file, Checkpoint checkpoint) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            lines.readLine();
            long number = 1;
            boolean ended = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (ended || !(line.startsWith(CHECKPOINT) || row(line, checkpoint))) {
                    findings.add(Finding.whole(
                            Finding.Kind.PROOF,
                            "række " + number + " holder ikke",
                            "row " + number + " does not hold"));
                }
                ended |= line.startsWith(CHECKPOINT);
            }
        }
    }

    private boolean row(String line, Checkpoint checkpoint) {
        String[] columns = line.split(",", -1);
        if (line.length() > LONGEST_ROW || columns.length != COLUMNS) {
            return false;
        }
        try {
            byte[] entry = Base64.getDecoder().decode(columns[ENTRY]);
            List<Hash> path = columns[PATH].isEmpty()
                    ? List.of()
                    : Arrays.stream(columns[PATH].split(" ", -1))
                            .map(Hash::fromBase64)
                            .toList();
            long index = Long.parseLong(columns[0]);
            new InclusionProof(index, checkpoint.size(), path).verify(hasher.leaf(entry), checkpoint.root());
            if (!saysTheSame(columns, entry)) {
                return false;
            }
            entries++;
            bytes += entry.length;
            return true;
        } catch (ProofException | IOException | IllegalArgumentException | DateTimeParseException wrong) {
            return false;
        }
    }

    private boolean saysTheSame(String[] columns, byte[] entry) throws IOException {
        byte[] padded = Arrays.copyOf(entry, entry.length + Canonical.SLACK);
        if (scanner.scan(padded, 0, entry.length) != EntryScanner.Problem.NONE) {
            return false;
        }
        JsonNode body = json.readTree(entry).path("body");
        JsonNode fields = body.path("fields");
        return Instant.parse(columns[1]).equals(Instant.parse(body.path("at").asText()))
                && columns[2].equals(plain(body.path("actor").asText()))
                && columns[3].equals(plain(body.path("actor_kind").asText()))
                && columns[4].equals(plain(body.path("type").asText()))
                && columns[5].equals(plain(first(fields, "action")))
                && columns[6].equals(plain(first(fields, "purpose")))
                && columns[7].equals(plain(first(fields, "basis")));
    }

    private static String first(JsonNode fields, String name) {
        JsonNode own = fields.path(name);
        return own.isTextual()
                ? own.asText()
                : fields.path("request").path(name).asText();
    }

    /** How the table writes a text: what is neither letter, digit nor one of {@code _.:-} becomes an underscore. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_.:-]", "_").replaceFirst("^-", "_");
    }
}
