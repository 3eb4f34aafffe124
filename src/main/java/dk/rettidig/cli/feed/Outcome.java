package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of one file.
 *
 * @param headline the file and what happened, Danish and English
 * @param details what to know or do about it, a line each
 * @param answer what the service sent, as it came; empty when it sent nothing
 * @param pause how long the service asks to be left alone before the next try; zero when it says nothing
 */
record Outcome(Kind kind, String headline, List<String> details, String answer, Duration pause) {

    /** Details put on the screen; a report has all. */
    private static final int SHOWN = 21;

    /** How it ended. */
    enum Kind {
        /** There is a receipt, and every row is in it. */
        TAKEN,
        /** There is a receipt, and some rows stayed out. */
        HELD_BACK,
        /** Nothing of the file counts; sending it again as it is would not help. */
        REFUSED,
        /** Nobody knows yet: sent again as it is, the file gets the receipt it has, or its first. */
        LATER,
        /** As later, and no other file will fare better: the service was not reached. */
        AWAY
    }

    Outcome {
        Objects.requireNonNull(kind);
        details = List.copyOf(details);
    }

    /** A file that was not sent at all. */
    static Outcome refusedHere(String file, String danish, String english) {
        return new Outcome(Kind.REFUSED, file + ": ikke sendt / not sent", List.of(danish, english), "", Duration.ZERO);
    }

    /** No answer came, or not the whole of it. */
    static Outcome unanswered(String file, Kind kind) {
        return new Outcome(
                kind,
                file + ": tjenesten svarer ikke / the service does not answer",
                List.of(
                        "Send den samme fil igen: intet tæller to gange.",
                        "Send the same file again: nothing counts twice."),
                "",
                Duration.ZERO);
    }

    /** The file itself cannot be read: gone, locked or another user's. */
    static Outcome unreadable(Path file) {
        return new Outcome(
                Kind.LATER,
                file.getFileName() + ": filen kan ikke læses / the file cannot be read",
                List.of(),
                "",
                Duration.ZERO);
    }

    boolean allTaken() {
        return kind == Kind.TAKEN;
    }

    boolean again() {
        return kind == Kind.LATER || kind == Kind.AWAY;
    }

    void show(Console console) {
        if (allTaken()) {
            console.good(headline);
        } else {
            console.bad(headline);
        }
        details.stream().limit(SHOWN).forEach(console::detail);
        if (details.size() > SHOWN) {
            console.detail("... " + (details.size() - SHOWN) + " flere / more");
        }
    }
}
