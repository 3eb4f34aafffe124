package dk.rettidig.scoring;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** SHA-256 in lower case hexadecimal. That of {@code manifest.yaml} names a release in the ledger. */
public record ModelDigest(String value) {

    public ModelDigest {
        Objects.requireNonNull(value);
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest is 64 lower case hexadecimal digits");
        }
    }

    /** The digest of these bytes. */
    public static ModelDigest of(byte[] bytes) {
        try {
            return new ModelDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
