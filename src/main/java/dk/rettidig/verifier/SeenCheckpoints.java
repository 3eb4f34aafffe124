package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last checkpoint seen of each log, in a file of one line each: the vkeys with a space between, a tab, and the signed
 * note in base64. Kept by
 * whoever verifies; the signed note is evidence if the log later shows another history.
 */
public final class SeenCheckpoints {

    private final Path file;

    /** What is or will be in this file. */
    public SeenCheckpoints(Path file) {
        this.file = file;
    }

    /**
     * A log as it was seen.
     *
     * @param keys the keys that may sign it: those it was verified with, and what it announced since
     * @param checkpoint the largest checkpoint that was verified
     */
    record Seen(List<VerifierKey> keys, Checkpoint checkpoint, String line) {}

    Optional<Seen> find(String origin) throws IOException {
        return Optional.ofNullable(load().get(origin));
    }

    void remember(SignedNote note, Checkpoint checkpoint, List<VerifierKey> keys) throws IOException {
        Map<String, Seen> all = load();
        String text = Base64.getEncoder().encodeToString(note.encode().getBytes(StandardCharsets.UTF_8));
        all.put(checkpoint.origin(), new Seen(keys, checkpoint, line(keys) + "\t" + text));
        List<String> lines = all.values().stream().map(Seen::line).toList();
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, lines, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::encode).collect(java.util.stream.Collectors.joining(" "));
    }

    private Map<String, Seen> load() throws IOException {
        Map<String, Seen> all = new TreeMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Seen seen = parse(line);
            all.put(seen.checkpoint().origin(), seen);
        }
        return all;
    }

    private Seen parse(String line) throws IOException {
        String[] parts = line.split("\t", -1);
        try {
            if (parts.length != 2) {
                throw new IOException(file + " is damaged: keep a copy, and do not simply delete it");
            }
            List<VerifierKey> keys = new ArrayList<>();
            for (String vkey : parts[0].split(" ", -1)) {
                keys.add(VerifierKey.parse(vkey));
            }
            SignedNote note = SignedNote.parse(Base64.getDecoder().decode(parts[1]));
            return new Seen(List.copyOf(keys), Checkpoint.open(note, keys), line);
        } catch (CheckpointException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged: keep a copy, and do not simply delete it", e);
        }
    }
}
