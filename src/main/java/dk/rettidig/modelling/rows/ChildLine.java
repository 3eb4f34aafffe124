package dk.rettidig.modelling.rows;

import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings.Folders;
import dk.rettidig.pseudonym.Pseudonym;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code children.csv}: a child in scope on the as-of day, and what its assessment found within six months.
 *
 * @param family the first eight bytes of the family's pseudonym: families are alike or they are not
 * @param ageBand 1 to 4, on the as-of day
 * @param found whether the assessment found need
 */
record ChildLine(Pseudonym child, long family, int municipality, int ageBand, boolean girl, boolean found) {

    static final String FILE = "children.csv";
    static final String CHILD = "child";
    static final String FAMILY = "family";
    static final String MUNICIPALITY = "municipality";
    static final String AGE_BAND = "age_band";
    static final String SEX = "sex";
    static final String FOUND = "found_need";
    static final String CONCLUDED = "concluded_on";
    static final List<String> COLUMNS = List.of(CHILD, FAMILY, MUNICIPALITY, AGE_BAND, SEX, FOUND, CONCLUDED);
    static final List<String> AGE_BANDS = List.of("1", "2", "3", "4");
    static final List<String> SEXES = List.of("girl", "boy");
    static final List<String> TRUTH = List.of("0", "1");

    private static final int HORIZON_MONTHS = 6;

    /** Reads and checks a line. */
    static ChildLine of(RowLine line, Folders folders, LocalDate day) {
        int municipality = line.choice(MUNICIPALITY, folders.municipalities());
        LocalDate concluded = line.date(CONCLUDED);
        LocalDate last = day.plusMonths(HORIZON_MONTHS);
        if (!concluded.isAfter(day) || concluded.isAfter(last)) {
            throw line.malformed(
                    CONCLUDED,
                    "a day after " + day + " and at the latest " + last
                            + "; a child whose assessment ended before or later is no row");
        }
        return new ChildLine(
                line.pseudonym(CHILD),
                ByteBuffer.wrap(line.pseudonym(FAMILY).bytes()).getLong(),
                Integer.parseInt(folders.municipalities().get(municipality)),
                1 + line.choice(AGE_BAND, AGE_BANDS),
                line.choice(SEX, SEXES) == 0,
                line.choice(FOUND, TRUTH) == 1);
    }

    TrainingRow row(double[] values) {
        return new TrainingRow(values, municipality, family, found, ageBand, girl, Optional.empty());
    }
}
