package dk.rettidig.law;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** One file of a policy set under its path inside {@code policies/}, with {@code /} between the parts. Immutable. */
public final class PolicyFile {

    private final String path;
    private final byte[] bytes;

    private PolicyFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** The file with this path and content. */
    public static PolicyFile of(String path, byte[] bytes) {
        return new PolicyFile(Objects.requireNonNull(path), bytes.clone());
    }

    /** The file with this path and text, as UTF-8. */
    public static PolicyFile of(String path, String text) {
        return new PolicyFile(Objects.requireNonNull(path), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The path, for instance {@code codes/municipalities.csv}. */
    public String path() {
        return path;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The content as text; empty when it is not UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** The first line, from 1, that is not UTF-8; 1 when all are. */
    public int firstLineNotUtf8() {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                if (of(path, Arrays.copyOfRange(bytes, start, i)).text().isEmpty()) {
                    return line;
                }
                line++;
                start = i + 1;
            }
        }
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyFile that && path.equals(that.path) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PolicyFile[" + path + "]";
    }
}
