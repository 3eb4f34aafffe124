package dk.rettidig.casefile.supervision;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a sample that nobody could choose and everybody can draw again ({@code docs/supervision.md}, "The draw"; ADR 0128).
 * Each case gets a ticket, SHA-256(key ‖ reference) under a fresh random key of 32 bytes. The root over the ordered tickets is on
 * record before the moment of the draw. The tree that ends with the entry which calls the draw gives the seed; tickets rank
 * by SHA-256(seed ‖ ticket), smallest first, and the first ones are drawn. Ranking has no modulo and so no bias by it.
 */
public final class Draw {

    /** The name of the procedure, in entries and files. */
    public static final String PROCEDURE = "rettidig-draw-v1";

    /** Bytes of a case's random key. */
    public static final int KEY_BYTES = 32;

    /** Keeps the seed apart from every other use of a checkpoint's text. */
    private static final byte[] DOMAIN = "rettidig draw v1\n".getBytes(StandardCharsets.US_ASCII);

    private Draw() {}

    /** The ticket of a case: without the key it says nothing of the reference, and with it no other reference fits. */
    public static Hash ticket(byte[] key, CaseReference reference) {
        MessageDigest digest = sha256();
        digest.update(key);
        return Hash.of(digest.digest(reference.value().getBytes(StandardCharsets.UTF_8)));
    }

    /** The root over tickets in ascending order (RFC 6962 section 2.1, each ticket's 32 bytes as a leaf's content). */
    public static Hash root(List<Hash> tickets) {
        CompactRange range = new CompactRange();
        tickets.stream().sorted().forEach(ticket -> range.appendContent(ticket.bytes()));
        return range.root();
    }

    /**
     * The seed: SHA-256({@code "rettidig draw v1\n"} ‖ the text of the checkpoint). No signature enters, so that a signer
     * cannot try several.
     *
     * @param tree origin, size and root of the tree whose last entry calls the draw
     */
    public static Hash seed(Checkpoint tree) {
        MessageDigest digest = sha256();
        digest.update(DOMAIN);
        return Hash.of(digest.digest(tree.text().value().getBytes(StandardCharsets.UTF_8)));
    }

    /** The tickets that are drawn, in the order of the draw. */
    public static List<Hash> drawn(Hash seed, List<Hash> tickets, int sample) {
        MessageDigest digest = sha256();
        List<Ranked> ranked = new ArrayList<>(tickets.size());
        for (Hash ticket : tickets) {
            digest.update(seed.bytes());
            ranked.add(new Ranked(Hash.of(digest.digest(ticket.bytes())), ticket));
        }
        ranked.sort(Comparator.comparing(Ranked::rank).thenComparing(Ranked::ticket));
        return ranked.stream().limit(sample).map(Ranked::ticket).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private record Ranked(Hash rank, Hash ticket) {}
}
