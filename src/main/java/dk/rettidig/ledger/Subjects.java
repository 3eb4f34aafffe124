package dk.rettidig.ledger;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;

/**
 * By what a child's entries are found: HMAC-SHA-256 over municipality and pseudonym under a key outside the database
 * (ADR 0117). Whoever has the database alone cannot tell whose entries a row belongs to, not even with the pseudonym.
 */
@Singleton
public class Subjects {

    private final ErasureBox box;

    Subjects(ErasureBox box) {
        this.box = box;
    }

    /**
     * What stands for a child in {@code ledger_subject}, 32 bytes.
     *
     * @param municipality three digits
     */
    public byte[] lookup(String municipality, byte[] pseudonym) {
        return box.lookup(
                "subject\n" + municipality + "\n" + Base64.getEncoder().encodeToString(pseudonym));
    }

    /** The look-ups of the children whom an event concerns. */
    List<byte[]> lookups(EventFields fields) {
        return fields.children().stream()
                .map(child -> lookup(child.municipality(), child.pseudonym()))
                .toList();
    }
}
