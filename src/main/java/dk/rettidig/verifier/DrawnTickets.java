package dk.rettidig.verifier;

import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.merkle.CompactRange;
import dk.rettidig.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tickets of a draw: those of the frame, those drawn, and the cases behind them. Written apart from the service's own. */
final class DrawnTickets {

    private static final byte[] DOMAIN = "rettidig draw v1\n".getBytes(StandardCharsets.US_ASCII);

    private DrawnTickets() {}

    /** The tickets are those that the entry bound: ascending, each once, as many as it says, under its root. */
    static void frame(DrawFile file, DrawEntry bound, Findings findings) {
        List<Hash> tickets = file.tickets();
        for (int i = 1; i < tickets.size(); i++) {
            if (tickets.get(i - 1).compareTo(tickets.get(i)) >= 0) {
                findings.add(Finding.whole(
                        Finding.Kind.FRAME,
                        "rammens lod nr. " + (i + 1) + " står ikke i orden eller står to gange",
                        "ticket " + (i + 1) + " of the frame is out of order or stands twice"));
                return;
            }
        }
        if (bound.number("cases") != tickets.size()) {
            findings.add(Finding.whole(
                    Finding.Kind.FRAME,
                    "rammen har " + tickets.size() + " lodder, men " + bound.number("cases") + " blev bundet",
                    "the frame has " + tickets.size() + " tickets, but " + bound.number("cases") + " were bound"));
        }
        CompactRange range = new CompactRange();
        tickets.forEach(ticket -> range.appendContent(ticket.bytes()));
        if (!range.root().hex().equals(bound.text("root"))) {
            findings.add(Finding.whole(
                    Finding.Kind.FRAME,
                    "rammen er en anden end den, der blev bundet",
                    "the frame is another than the one that was bound"));
        }
    }

    /** The seed of a tree. */
    static Hash seed(Checkpoint tree) {
        MessageDigest digest = sha256();
        digest.update(DOMAIN);
        return Hash.of(digest.digest(tree.text().value().getBytes(StandardCharsets.UTF_8)));
    }

    /** What is said to be drawn is what the seed draws, as many as were to be drawn, in its order. */
    static void drawn(DrawFile file, DrawEntry frame, Hash seed, Findings findings) {
        long sample = frame.number("sample");
        if (sample != file.drawn().size()) {
            findings.add(Finding.whole(
                    Finding.Kind.DRAW,
                    file.drawn().size() + " er udtrukket, men " + sample + " skulle udtrækkes",
                    file.drawn().size() + " are drawn, but " + sample + " were to be drawn"));
        }
        Set<Hash> known = new HashSet<>(file.tickets());
        List<Hash> right = ranked(seed, file.tickets());
        for (int i = 0; i < file.drawn().size(); i++) {
            Hash said = file.drawn().get(i);
            if (!known.contains(said)) {
                findings.add(Finding.whole(
                        Finding.Kind.DRAW,
                        "udtrukket nr. " + (i + 1) + " (" + said.hex() + ") er ikke i rammen",
                        "drawn number " + (i + 1) + " (" + said.hex() + ") is not in the frame"));
            } else if (i >= right.size() || !right.get(i).equals(said)) {
                findings.add(Finding.whole(
                        Finding.Kind.DRAW,
                        "udtrukket nr. " + (i + 1) + " er " + said.hex() + "; frøet trækker " + expected(right, i),
                        "drawn number " + (i + 1) + " is " + said.hex() + "; the seed draws " + expected(right, i)));
            }
        }
    }

    private static String expected(List<Hash> right, int at) {
        return at < right.size() ? right.get(at).hex() : "-";
    }

    private record Ranked(Hash rank, Hash ticket) {}

    private static List<Hash> ranked(Hash seed, List<Hash> tickets) {
        MessageDigest digest = sha256();
        return tickets.stream()
                .map(ticket -> {
                    digest.update(seed.bytes());
                    digest.update(ticket.bytes());
                    return new Ranked(Hash.of(digest.digest()), ticket);
                })
                .sorted(Comparator.comparing(Ranked::rank).thenComparing(Ranked::ticket))
                .map(Ranked::ticket)
                .toList();
    }

    /** Each opening opens its ticket, and no case has two tickets. */
    static void openings(DrawFile file, Findings findings) {
        Set<Hash> known = new HashSet<>(file.tickets());
        Set<String> references = new HashSet<>();
        int number = 0;
        for (DrawFile.Opening opening : file.openings()) {
            number++;
            if (!known.contains(opening.ticket()) || !ticket(opening).equals(opening.ticket())) {
                findings.add(Finding.whole(
                        Finding.Kind.FRAME,
                        "åbning nr. " + number + " passer ikke til noget lod i rammen",
                        "opening " + number + " fits no ticket of the frame"));
            }
            if (!references.add(opening.reference())) {
                findings.add(Finding.whole(
                        Finding.Kind.FRAME,
                        "åbning nr. " + number + ": sagen har to lodder",
                        "opening " + number + ": the case has two tickets"));
            }
        }
    }

    private static Hash ticket(DrawFile.Opening opening) {
        MessageDigest digest = sha256();
        digest.update(opening.key());
        return Hash.of(digest.digest(opening.reference().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
