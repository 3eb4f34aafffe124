package dk.rettidig.verifier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.merkle.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A draw as it is handed to outsiders ({@code docs/supervision.md}, "The file of a draw"). Nothing in it is trusted.
 *
 * @param tickets the frame
 * @param frame the entry that bound the frame, with its proof
 * @param call the entry that called the draw, with its proof
 * @param seedRoot root of the tree that ends with the call
 * @param frameToSeed proves that this tree extends the one whose checkpoint first showed the frame
 * @param seedToCall proves that the call's checkpoint extends this tree
 * @param drawn what is said to have been drawn, in order
 * @param openings which cases tickets stand for, for those who may know
 */
record DrawFile(
        String round,
        List<Hash> tickets,
        TlogProof frame,
        TlogProof call,
        Hash seedRoot,
        List<Hash> frameToSeed,
        List<Hash> seedToCall,
        List<Hash> drawn,
        List<Opening> openings) {

    /** The name of the procedure. */
    static final String FORMAT = "rettidig-draw-v1";

    /** Largest file that is read: more than 500,000 cases. */
    private static final int MAX_BYTES = 100_000_000;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The case behind a ticket. */
    @SuppressWarnings("ArrayRecordComponent") // hashed, never compared
    record Opening(Hash ticket, byte[] key, String reference) {
        @Override
        public String toString() {
            return "Opening[hidden]";
        }
    }

    /** Reads a file. Faults name the member that is wrong, never what stands in it. */
    static DrawFile read(Path file) throws IOException, CheckpointException {
        JsonNode root = parsed(DirectorySource.small(file, MAX_BYTES));
        if (!FORMAT.equals(root.path("format").asText())) {
            throw new IOException("format is not " + FORMAT);
        }
        return new DrawFile(
                text(root, "round"),
                hex(root, "tickets"),
                TlogProof.parse(text(root, "frame").getBytes(StandardCharsets.UTF_8)),
                TlogProof.parse(text(root, "call").getBytes(StandardCharsets.UTF_8)),
                one("seed_root", text(root, "seed_root")),
                base64(root, "frame_to_seed"),
                base64(root, "seed_to_call"),
                hex(root, "drawn"),
                openings(root));
    }

    private static JsonNode parsed(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IOException("not JSON, or a member stands twice", wrong);
        }
    }

    private static String text(JsonNode node, String name) throws IOException {
        if (!node.path(name).isTextual()) {
            throw new IOException(name + " is missing or not a text");
        }
        return node.path(name).asText();
    }

    private static Hash one(String name, String text) throws IOException {
        try {
            return Hash.fromBase64(text);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(name + " is not 32 bytes in base64", wrong);
        }
    }

    private static List<Hash> base64(JsonNode node, String name) throws IOException {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode each : array(node, name)) {
            hashes.add(one(name, each.asText()));
        }
        return hashes;
    }

    private static List<Hash> hex(JsonNode node, String name) throws IOException {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode each : array(node, name)) {
            hashes.add(hash(name, each.asText()));
        }
        return hashes;
    }

    private static Hash hash(String name, String text) throws IOException {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(name + " has what is not 64 lower case hexadecimal digits");
        }
        return Hash.fromHex(text);
    }

    private static JsonNode array(JsonNode node, String name) throws IOException {
        if (!node.path(name).isArray()) {
            throw new IOException(name + " is missing or not a list");
        }
        return node.path(name);
    }

    private static List<Opening> openings(JsonNode root) throws IOException {
        List<Opening> openings = new ArrayList<>();
        if (root.has("openings")) {
            for (JsonNode each : array(root, "openings")) {
                String key = hash("openings", text(each, "key")).hex();
                openings.add(new Opening(
                        hash("openings", text(each, "ticket")), HexFormat.of().parseHex(key), text(each, "reference")));
            }
        }
        return openings;
    }
}
