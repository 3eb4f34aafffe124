package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.pseudonymise.Journal.Mark;
import dk.rettidig.pseudonym.Pseudonym;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Takes up an interrupted run: checks that its finished rows are what they were, and learns the pseudonyms from them. */
final class Resumption {

    private final RowReader rows;
    private final PseudonymTable table;

    Resumption(RowReader rows, PseudonymTable table) {
        this.rows = rows;
        this.table = table;
    }

    /**
     * Reads input and partial output up to the mark.
     *
     * @return the digest over the finished rows, to go on with
     */
    MessageDigest takeUp(Path partial, Mark mark) throws IOException, InputRefused {
        try (FinishedRows finished = new FinishedRows(partial)) {
            while (rows.offset() < mark.input() && rows.next()) {
                Row row = rows.row();
                Optional<byte[]> found = finished.matching(row);
                if (found.isEmpty()) {
                    throw changed();
                }
                if (row instanceof Row.Good good) {
                    learn(good, found.get());
                }
            }
            checkDigest(finished.digest(), mark);
            return finished.digest();
        }
    }

    private void learn(Row.Good row, byte[] found) throws InputRefused {
        if (table.find(row.number()) < 0) {
            Pseudonym pseudonym = FinishedRows.pseudonym(row, found).orElseThrow(Resumption::changed);
            int entry = table.promise(row.number());
            if (entry >= 0) {
                table.fill(entry, pseudonym);
            }
        }
    }

    private static void checkDigest(MessageDigest digest, Mark mark) throws InputRefused {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            if (!HexFormat.of().formatHex(soFar.digest()).equals(mark.sha256())) {
                throw changed();
            }
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
        }
    }

    private static InputRefused changed() {
        return new InputRefused(
                "partial_changed",
                "Den ufærdige kørsels filer er ændret siden. Slet .partial og .journal for at begynde forfra.",
                "The files of the unfinished run have changed since. Delete .partial and .journal to begin anew.");
    }
}
