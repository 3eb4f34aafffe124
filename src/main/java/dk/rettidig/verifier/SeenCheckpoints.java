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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The last checkpoint seen of each log, in a file of one line each: the vkeys with a space between, a tab, and the signed
 * note in base64. Kept by whoever verifies; the signed note is evidence if the log later shows another history.
 */
public final class SeenCheckpoints {

    private final Function<String, Path> files;

    /** What is or will be in this file, for any number of logs. */
    public SeenCheckpoints(Path file) {
        this.files = origin -> file;
    }

    /**
     * What is or will be in a file for each log.
     *
     * @param files a log's file by its origin; its directory is there
     */
    public SeenCheckpoints(Function<String, Path> files) {
        this.files = files;
    }

    /** Where the log of this origin is or will be remembered; the file may not exist yet. */
    public Path file(String origin) {
        return files.apply(origin);
    }

    /**
     * A log as it was seen.
     *
     * @param keys the keys that may sign it: those it was verified with, and what it announced since
     * @param checkpoint the largest checkpoint that was verified
     */
    record Seen(List<VerifierKey> keys, Checkpoint checkpoint, String line) {}

    Optional<Seen> find(String origin) throws IOException {
        return Optional.ofNullable(load(file(origin)).get(origin));
    }

    /** Remembers what was verified, unless another run has remembered a larger tree meanwhile. */
    void remember(SignedNote note, Checkpoint checkpoint, List<VerifierKey> keys) throws IOException {
        Path file = file(checkpoint.origin()).toAbsolutePath();
        Map<String, Seen> all = load(file);
        Seen known = all.get(checkpoint.origin());
        if (known != null && known.checkpoint().size() > checkpoint.size()) {
            return;
        }
        String text = Base64.getEncoder().encodeToString(note.encode().getBytes(StandardCharsets.UTF_8));
        all.put(checkpoint.origin(), new Seen(keys, checkpoint, line(keys) + "\t" + text));
        List<String> lines = all.values().stream().map(Seen::line).toList();
        Path directory = Objects.requireNonNull(file.getParent(), "a file is in a directory");
        Path temporary = Files.createTempFile(directory, "seen", ".new");
        try {
            Files.write(temporary, lines, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String line(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::encode).collect(java.util.stream.Collectors.joining(" "));
    }

    private static Map<String, Seen> load(Path file) throws IOException {
        Map<String, Seen> all = new TreeMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Seen seen = parse(line, file);
            all.put(seen.checkpoint().origin(), seen);
        }
        return all;
    }

    private static Seen parse(String line, Path file) throws IOException {
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
