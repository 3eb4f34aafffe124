package dk.rettidig.cli.pseudonymise;

import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check before the output gets its name, from the bytes on the disk: it has every row of the input and nothing else, no
 * number of the file stands anywhere in it, and a random sample of persons, asked for again with fresh blinding, has the same
 * pseudonyms.
 */
final class Verification {

    /** Persons asked for again, or all when there are fewer. */
    static final int SAMPLE = 20;

    private record Drawn(CprNumber number, Pseudonym pseudonym) {}

    private final SecureRandom random = new SecureRandom();
    private final List<Drawn> sample = new ArrayList<>();
    private final Survey survey;
    private final NumberSearch search;
    private long seen;

    Verification(Survey survey) {
        this.survey = survey;
        this.search = new NumberSearch(survey.numbers());
    }

    /**
     * Checks the output.
     *
     * @return how many persons were asked for again
     */
    int check(Path input, Layout layout, Path output, AuthorityClient authority, ProgressBar bar)
            throws IOException, InputRefused, AskException, InterruptedException {
        try (RowReader rows = new RowReader(input, layout);
                FinishedRows finished = new FinishedRows(output)) {
            while (rows.next()) {
                check(rows, layout, finished);
                bar.at(rows.offset());
            }
            if (!finished.atEnd() || !rows.sha256().equals(survey.sha256()) || seen != survey.good()) {
                throw wrong(rows.line());
            }
        }
        checkSample(authority);
        return sample.size();
    }

    private void check(RowReader rows, Layout layout, FinishedRows finished) throws IOException, InputRefused {
        byte[] found = finished.matching(rows.row()).orElseThrow(() -> wrong(rows.line()));
        int at = search.find(found);
        if (at >= 0) {
            throw new InputRefused(
                    "number_in_output",
                    "Linje " + rows.line() + ": kolonnen " + layout.columnAt(found, at) + " indeholder et CPR-nummer.",
                    "Line " + rows.line() + ": the column " + layout.columnAt(found, at) + " holds a CPR number.");
        }
        if (rows.row() instanceof Row.Good good) {
            draw(good, FinishedRows.pseudonym(good, found).orElseThrow(() -> wrong(rows.line())));
        }
    }

    /** Every row has the same chance (Vitter 1985, algorithm R). */
    private void draw(Row.Good row, Pseudonym pseudonym) {
        seen++;
        if (sample.size() < SAMPLE) {
            sample.add(new Drawn(row.number(), pseudonym));
            return;
        }
        long place = random.nextLong(seen);
        if (place < SAMPLE) {
            sample.set((int) place, new Drawn(row.number(), pseudonym));
        }
    }

    private void checkSample(AuthorityClient authority) throws InputRefused, AskException, InterruptedException {
        List<Pseudonym> again = authority.ask(
                sample.stream().map(drawn -> drawn.number().input()).toList());
        List<Pseudonym> first = sample.stream().map(Drawn::pseudonym).toList();
        Optional<Integer> other = Optional.empty();
        for (int i = 0; i < first.size(); i++) {
            other = first.get(i).equals(again.get(i)) ? other : Optional.of(i);
        }
        if (other.isPresent()) {
            throw new InputRefused(
                    "sample_differs",
                    "Stikprøven giver andre pseudonymer. Filen er ikke frigivet.",
                    "The random sample gives other pseudonyms. The file was not released.");
        }
    }

    private static InputRefused wrong(long line) {
        return new InputRefused(
                "output_differs",
                "Linje " + line + ": uddata passer ikke til inddata; en af filerne blev ændret imens.",
                "Line " + line + ": the output does not fit the input; one of the files was changed meanwhile.");
    }
}
