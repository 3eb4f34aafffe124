package dk.rettidig.cli.feed;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.Period;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.CprDetector;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a note says, as options; what is left out is read from the file. */
final class NoteOptions {

    /** Of the hash in a delivery id: as many as make a repetition by chance impossible. */
    private static final int ID_BYTES = 20;

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

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "jti of the note; left out, one that the same file keeps until it is changed.")
    private @Nullable String id;

    @Option(names = "--delimiter", defaultValue = ",", description = "Of CSV: comma (default) or semicolon.")
    private String delimiter = ",";

    @Option(names = "--decimal", defaultValue = ".", description = "Decimal mark of CSV: point (default) or comma.")
    private String decimal = ".";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description =
                    "Whose key made the pseudonyms, for instance 999.child_support.2; left out, the current domain.")
    private @Nullable String domain;

    FeedId feed() {
        return new FeedId(feed);
    }

    CsvConvention csv() {
        if (delimiter.length() != 1 || decimal.length() != 1) {
            throw new IllegalArgumentException("--delimiter and --decimal are one character each");
        }
        return new CsvConvention(delimiter.charAt(0), decimal.charAt(0));
    }

    /** Whether every note would have the same id. */
    boolean fixedId() {
        return id != null;
    }

    /**
     * Looks at what does not depend on a file.
     *
     * @throws IllegalArgumentException when an option is not of its form
     */
    void check() {
        Stream.of(
                        new RegistryId(registry),
                        feed(),
                        new MunicipalityCode(municipality),
                        mode(),
                        csv(),
                        parseIndicators())
                .forEach(Objects::requireNonNull);
        if (domain != null) {
            Objects.requireNonNull(PseudonymDomain.parse(domain));
        }
        if (period != null) {
            Objects.requireNonNull(parsePeriod(period));
        }
    }

    /**
     * The note for a file.
     *
     * @throws IllegalArgumentException when an option is not of its form
     */
    DeliveryNote note(WireFile file, Survey survey, Clock clock) {
        Set<IndicatorId> about = indicators.isEmpty() ? survey.indicators() : parseIndicators();
        Period days = period == null ? survey.period() : parsePeriod(period);
        DeliveryNote note = new DeliveryNote(
                new RegistryId(registry),
                id == null ? ownId(file, days, about) : givenId(id),
                feed(),
                new MunicipalityCode(municipality),
                days,
                about,
                survey.rows(),
                mode(),
                file.sha256(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return domain == null ? note : note.in(PseudonymDomain.parse(domain));
    }

    private DeliveryMode mode() {
        return DeliveryMode.parse(mode).orElseThrow(() -> new IllegalArgumentException("--mode is full or delta"));
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

    private static NoteId givenId(String id) {
        if (CprDetector.found(id)) {
            throw new IllegalArgumentException("--id holds digits that could be a CPR number");
        }
        return new NoteId(id);
    }

    /**
     * An id that belongs to this file as it was last changed: whoever sends it again, after a lost answer or a stopped
     * program, gets the receipt there is. The same rows written anew are a new delivery, so that a source can go back to
     * what it said before. In letters only: digits could look like a CPR number.
     */
    private NoteId ownId(WireFile file, Period days, Set<IndicatorId> about) {
        String content = String.join(
                "\n",
                registry,
                feed,
                municipality,
                mode,
                String.valueOf(days),
                String.valueOf(
                        new TreeSet<>(about.stream().map(IndicatorId::value).toList())),
                file.sha256().text(),
                String.valueOf(file.changed().toMillis()),
                domain == null ? "" : domain);
        byte[] hash = WireFile.hasher().digest(content.getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < ID_BYTES; i++) {
            letters.append((char) ('a' + ((hash[i] >> 4) & 0xf))).append((char) ('a' + (hash[i] & 0xf)));
        }
        return new NoteId(letters.toString());
    }

    static boolean isCsv(Path file) {
        String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }
}
