package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How far an interrupted run came: one JSON line that says which run it is, then one line for each finished piece. Each is
 * flushed to the disk after the rows it speaks of; a torn last line does not count.
 */
final class Journal {

    /**
     * A point up to which everything is finished.
     *
     * @param input bytes of the input
     * @param output bytes of the partial output
     * @param sha256 of these bytes of the output
     */
    record Mark(long input, long output, String sha256) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 64 << 20;

    private final FileChannel file;

    Journal(FileChannel file) {
        this.file = file;
    }

    /**
     * The last mark of a run with this identity; empty when nothing was begun.
     *
     * @throws InputRefused when another run was begun on the same output
     */
    Optional<Mark> begin(String identity) throws IOException, InputRefused {
        if (file.size() > LONGEST) {
            throw other();
        }
        file.position(0);
        byte[] bytes = Channels.newInputStream(file).readNBytes(LONGEST);
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length < 2) {
            file.truncate(0);
            file.position(0);
            append(JSON.createObjectNode().put("run", identity).toString());
            return Optional.empty();
        }
        if (!parsed(lines[0]).path("run").asText().equals(identity)) {
            throw other();
        }
        Optional<Mark> last = Optional.empty();
        long whole = 0;
        for (int i = 0; i < lines.length - 1; i++) {
            whole += lines[i].length() + 1;
            Optional<Mark> mark = mark(parsed(lines[i]));
            last = mark.isPresent() ? mark : last;
        }
        file.truncate(whole);
        file.position(whole);
        return last;
    }

    private static Optional<Mark> mark(JsonNode line) {
        return line.has("output")
                ? Optional.of(new Mark(
                        line.path("input").asLong(),
                        line.path("output").asLong(),
                        line.path("sha256").asText()))
                : Optional.empty();
    }

    private static JsonNode parsed(String line) throws InputRefused {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            throw other();
        }
    }

    private static InputRefused other() {
        return new InputRefused(
                "other_run",
                "Der ligger en ufærdig kørsel med en anden fil, kolonne, nøgle eller et andet pseudonymdomæne."
                        + " Slet .partial og .journal for at begynde forfra.",
                "There is an unfinished run of another file, column, key or pseudonym domain."
                        + " Delete .partial and .journal to begin anew.");
    }

    /** Says that everything up to the mark is on the disk. */
    void finished(Mark mark) throws IOException {
        append(JSON.createObjectNode()
                .put("input", mark.input())
                .put("output", mark.output())
                .put("sha256", mark.sha256())
                .toString());
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }
}
