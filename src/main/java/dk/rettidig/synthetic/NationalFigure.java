package dk.rettidig.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A figure on notifications in Denmark in a year, with who published it ({@code national-figures.csv}).
 *
 * @param id what it says: {@code notifications}, {@code children} notified (with the unborn), {@code children_0_17} of the population,
 *     {@code share_of_0_17} of them notified (without the unborn), {@code times_1} to {@code times_6+} children with so many
 *     notifications, {@code male}, {@code female} and {@code unborn_or_unknown} children, {@code by_N01} the share of a group of notifiers,
 *     {@code per_100_most} and {@code per_100_least} notifications per 100 children of a municipality, {@code share_most} and
 *     {@code share_least} of its children notified
 * @param value a count, or a share of 1
 * @param source who published it where, or what it was worked out from
 */
public record NationalFigure(int year, String id, double value, Certainty certainty, String source) {

    private static final List<NationalFigure> ALL = all();

    /** How sure a figure is. */
    public enum Certainty {
        /** Read in the source. */
        READ,
        /** Worked out from figures that were read. */
        DERIVED,
        /** Published by nobody. */
        ASSUMED
    }

    /** All of them, 2018 to 2022. */
    public static List<NationalFigure> published() {
        return ALL;
    }

    /** The figure of a year; empty where none is published. */
    public static OptionalDouble find(int year, String id) {
        return ALL.stream()
                .filter(each -> each.year == year && each.id.equals(id))
                .mapToDouble(NationalFigure::value)
                .findFirst();
    }

    private static List<NationalFigure> all() {
        InputStream stream = Objects.requireNonNull(NationalFigure.class.getResourceAsStream("national-figures.csv"));
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.stream().skip(1).map(NationalFigure::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NationalFigure of(CsvRecord line) {
        return new NationalFigure(
                Integer.parseInt(line.getField(0)),
                line.getField(1),
                Double.parseDouble(line.getField(2)),
                Certainty.valueOf(line.getField(3).toUpperCase(Locale.ROOT)),
                line.getField(4));
    }
}
