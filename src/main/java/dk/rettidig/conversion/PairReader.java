package dk.rettidig.conversion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dk.rettidig.feed.Digest;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.Pseudonym;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the body of a conversion: one pair a line. The whole is taken or none of it; what is wrong is told by line and code,
 * never by content.
 */
final class PairReader {

    /** Bytes of the largest body. */
    static final int LARGEST_BYTES = 32 * 1024 * 1024;

    private static final int LONGEST_LINE = 256;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ConversionNote note;
    private final List<PseudonymPair> pairs = new ArrayList<>();
    private final Set<Pseudonym> seen = new HashSet<>();
    private int line;

    private PairReader(ConversionNote note) {
        this.note = note;
    }

    /** The pairs that the note speaks for. */
    static List<PseudonymPair> read(InputStream body, ConversionNote note) {
        PairReader reader = new PairReader(note);
        MessageDigest digest = sha256();
        try {
            reader.read(new DigestInputStream(new BufferedInputStream(body), digest));
        } catch (IOException cut) {
            throw new ConversionFault(ConversionErrorCode.CONNECTION_CUT);
        }
        if (!Digest.of(digest.digest()).equals(note.sha256())) {
            throw new ConversionFault(ConversionErrorCode.DIGEST_MISMATCH);
        }
        if (reader.pairs.size() != note.pairs()) {
            throw new ConversionFault(
                    ConversionErrorCode.PAIR_COUNT_MISMATCH,
                    Map.of("expected_rows", (long) note.pairs(), "found_rows", (long) reader.pairs.size()));
        }
        return List.copyOf(reader.pairs);
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long total = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (++total > LARGEST_BYTES) {
                throw new ConversionFault(ConversionErrorCode.TOO_LARGE);
            }
            if (next == '\n') {
                take(bytes);
            } else if (bytes.size() < LONGEST_LINE) {
                bytes.write(next);
            } else {
                throw ConversionFault.line(ConversionErrorCode.LINE_MALFORMED, line + 1);
            }
        }
        if (bytes.size() > 0) {
            take(bytes);
        }
    }

    private void take(ByteArrayOutputStream collected) {
        line++;
        byte[] bytes = collected.toByteArray();
        collected.reset();
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return;
        }
        if (CprDetector.scan(text) == CprDetector.Verdict.FOUND) {
            throw ConversionFault.line(ConversionErrorCode.CPR_NUMBER_FOUND, line);
        }
        if (pairs.size() == note.pairs()) {
            throw ConversionFault.line(ConversionErrorCode.PAIR_COUNT_MISMATCH, line);
        }
        PseudonymPair pair = pair(bytes);
        if (!seen.add(pair.from()) || !seen.add(pair.to())) {
            throw ConversionFault.line(ConversionErrorCode.PSEUDONYM_REPEATED, line);
        }
        pairs.add(pair);
    }

    private PseudonymPair pair(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            Pseudonym from = null;
            Pseudonym to = null;
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                Pseudonym read = pseudonym(parser);
                switch (name) {
                    case "from" -> from = read;
                    case "to" -> to = read;
                    default -> throw malformed();
                }
            }
            if (from == null
                    || to == null
                    || parser.currentToken() != JsonToken.END_OBJECT
                    || parser.nextToken() != null) {
                throw malformed();
            }
            return new PseudonymPair(from, to);
        } catch (IOException | IllegalArgumentException notOne) {
            throw malformed();
        }
    }

    private Pseudonym pseudonym(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
            throw malformed();
        }
        return Pseudonym.parse(parser.getText());
    }

    private ConversionFault malformed() {
        return ConversionFault.line(ConversionErrorCode.LINE_MALFORMED, line);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
