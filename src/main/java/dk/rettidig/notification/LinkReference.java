package dk.rettidig.notification;

import dk.rettidig.text.JournalNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What children belong together by: kept as a digest, so that nobody reads here what a case system calls a household.
 *
 * @param digest SHA-256, 64 hexadecimal digits
 */
record LinkReference(LinkKind kind, String digest) {

    /** By what a registry calls the household. */
    static LinkReference household(String registry, String household) {
        return new LinkReference(LinkKind.HOUSEHOLD, digest("household", registry, household));
    }

    /** By what a registry calls the incident. */
    static LinkReference incident(String registry, String incident) {
        return new LinkReference(LinkKind.LETTER, digest("incident", registry, incident));
    }

    /** By the journal number of the letter. */
    static LinkReference letter(JournalNumber letter) {
        return new LinkReference(LinkKind.LETTER, digest("letter", letter.value()));
    }

    /** A household that a person put together here. */
    static LinkReference fresh() {
        return new LinkReference(
                LinkKind.HOUSEHOLD, digest("here", java.util.UUID.randomUUID().toString()));
    }

    private static String digest(String... parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
