package dk.rettidig.cli.companion;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form, each once. */
final class Form {

    static final String TYPE = "application/x-www-form-urlencoded";
    static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 20;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads a body; empty when it is none, or not UTF-8. */
    static Optional<Form> parse(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : new String(body, StandardCharsets.US_ASCII).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                boolean once = fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") == null;
                if (!once || fields.size() > MOST_FIELDS) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Form(fields));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** A field's text, empty when it was not sent. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Form[hidden]";
    }
}
