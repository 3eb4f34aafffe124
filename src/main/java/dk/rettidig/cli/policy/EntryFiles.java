package dk.rettidig.cli.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dk.rettidig.gate.RecordedDecision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds recorded decisions in JSON, lines of JSON, and entry bundles (C2SP tlog-tiles: 16-bit length, entry, ...). */
final class EntryFiles {

    private EntryFiles() {}

    static List<RecordedDecision> decisions(Path place) throws IOException {
        List<RecordedDecision> decisions = new ArrayList<>();
        for (Path file : files(place)) {
            for (JsonNode entry : read(file)) {
                decisions.addAll(RecordedDecision.find(entry));
            }
        }
        return decisions;
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isJson(file) || isBundle(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isJson(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    private static boolean isBundle(Path file) {
        for (Path part : file) {
            if (part.toString().equals("entries")) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[' || isJson(file)) ? json(bytes) : bundle(bytes);
    }

    private static List<JsonNode> json(byte[] bytes) throws IOException {
        try (MappingIterator<JsonNode> values =
                Json.MAPPER.readerFor(JsonNode.class).readValues(bytes)) {
            return values.readAll();
        }
    }

    private static List<JsonNode> bundle(byte[] bytes) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                break;
            }
            byte[] entry = Arrays.copyOfRange(bytes, rest.position(), rest.position() + length);
            rest.position(rest.position() + length);
            try {
                entries.add(Json.MAPPER.readTree(entry));
            } catch (JsonProcessingException notAnEntry) {
                return entries;
            }
        }
        return entries;
    }
}
