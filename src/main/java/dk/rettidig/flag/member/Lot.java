package dk.rettidig.flag.member;

import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fills a team's capacity by a lot that nobody could foresee and everybody can check (ADR 0071). Each child above the
 * threshold gets a ticket, SHA-256(nonce ‖ HMAC(salt, pseudonym)) under a fresh random nonce. The root over the ordered
 * tickets is recorded; the first checkpoint that covers that record gives the seed; tickets rank by SHA-256(seed ‖ ticket),
 * smallest first, and the first {@code capacity} are drawn. Nothing about a child's strength enters.
 */
public final class Lot {

    /** Keeps the seed apart from every other use of a checkpoint's text. */
    private static final byte[] DOMAIN = "rettidig lot v1\n".getBytes(StandardCharsets.US_ASCII);

    private Lot() {}

    /**
     * A lot as it was drawn.
     *
     * @param tickets all of them, ascending
     * @param checkpoint the signed note that gave the seed
     */
    public record Drawn(int capacity, Hash seed, String checkpoint, List<Hash> tickets) {

        public Drawn {
            tickets = List.copyOf(tickets);
        }

        /** Whether the ticket is among those drawn. */
        public boolean wins(Hash ticket) {
            return ranked(seed, tickets)
                    .subList(0, Math.min(capacity, tickets.size()))
                    .contains(ticket);
        }
    }

    /** The root over tickets in ascending order (RFC 6962 section 2.1, each ticket's 32 bytes as a leaf's content). */
    public static Hash root(List<Hash> tickets) {
        CompactRange range = new CompactRange();
        tickets.stream().sorted().forEach(ticket -> range.appendContent(ticket.bytes()));
        return range.root();
    }

    /**
     * The seed that a checkpoint gives: SHA-256({@code "rettidig lot v1\n"} ‖ the note's text), signatures left out, so
     * that a signer cannot try several.
     *
     * @param note a signed note (C2SP signed-note): text, blank line, signatures
     */
    public static Hash seed(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("a signed note has a blank line between text and signatures");
        }
        MessageDigest digest = MemberLeaves.sha256();
        digest.update(DOMAIN);
        return Hash.of(digest.digest(note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8)));
    }

    /** The tickets in the order in which they are drawn. */
    public static List<Hash> ranked(Hash seed, List<Hash> tickets) {
        MessageDigest digest = MemberLeaves.sha256();
        List<Ranked> ranked = new ArrayList<>(tickets.size());
        for (Hash ticket : tickets) {
            digest.update(seed.bytes());
            ranked.add(new Ranked(Hash.of(digest.digest(ticket.bytes())), ticket));
        }
        ranked.sort(Comparator.comparing(Ranked::rank).thenComparing(Ranked::ticket));
        return ranked.stream().map(Ranked::ticket).toList();
    }

    private record Ranked(Hash rank, Hash ticket) {}
}
