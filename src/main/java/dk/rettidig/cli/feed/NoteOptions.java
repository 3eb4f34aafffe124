package dk.rettidig.cli.feed;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.CprDetector;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a note says, as options; what is left out is read from the file. */
final class NoteOptions {

    @Option(names = "--registry", required = true, paramLabel = "ID", description = "The registry: iss of the note.")
    private String registry = "";

    @Option(names = "--feed", required = true, paramLabel = "ID", description = "The feed.")
    private String feed = "";

    @Option(names = "--municipality", required = true, paramLabel = "CODE", description = "Three digits.")
    private String municipality = "";

    @Option(names = "--period", paramLabel = "FROM/TO", description = "Days; read from the file when left out.")
    private @Nullable String period;

    @Option(names = "--indicators", split = ",", paramLabel = "ID", description = "Read from the file when left out.")
    private Set<String> indicators = new HashSet<>();

    @Option(names = "--mode", defaultValue = "delta", paramLabel = "MODE", description = "full or delta (default).")
    private String mode = "delta";

    @Option(names = "--id", paramLabel = "ID", description = "jti of the note; made up when left out.")
    private @Nullable String id;

    @Option(names = "--delimiter", defaultValue = ",", description = "Of CSV: comma (default) or semicolon.")
    private String delimiter = ",";

    @Option(names = "--decimal", defaultValue = ".", description = "Decimal mark of CSV: point (default) or comma.")
    private String decimal = ".";

    FeedId feed() {
        return new FeedId(feed);
    }

    CsvConvention csv() {
        return new CsvConvention(delimiter.charAt(0), decimal.charAt(0));
    }

    /**
     * The note for a file.
     *
     * @throws IllegalArgumentException when an option is not of its form
     */
    DeliveryNote note(WireFile file, Survey survey, Clock clock) {
        return new DeliveryNote(
                new RegistryId(registry),
                noteId(),
                feed(),
                new MunicipalityCode(municipality),
                period == null ? survey.period() : parsePeriod(period),
                indicators.isEmpty() ? survey.indicators() : parseIndicators(),
                survey.rows(),
                DeliveryMode.parse(mode).orElseThrow(() -> new IllegalArgumentException("--mode is full or delta")),
                file.sha256(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private Set<IndicatorId> parseIndicators() {
        Set<IndicatorId> ids = new HashSet<>();
        indicators.forEach(text -> ids.add(new IndicatorId(text)));
        return ids;
    }

    private static Period parsePeriod(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("--period is FROM/TO, for instance 2026-07-01/2026-09-30");
        }
        return new Period(LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
    }

    /** A random id; drawn again in the rare case that its digits could be a CPR number. */
    private NoteId noteId() {
        String chosen = id;
        while (chosen == null || CprDetector.found(chosen)) {
            if (id != null) {
                throw new IllegalArgumentException("--id holds digits that could be a CPR number");
            }
            chosen = UUID.randomUUID().toString();
        }
        return new NoteId(chosen);
    }

    static boolean isCsv(Path file) {
        String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }
}
