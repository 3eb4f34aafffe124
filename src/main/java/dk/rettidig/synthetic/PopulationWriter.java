package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticPopulation.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Writes a population: {@code <municipality>/<feed>.ndjson} or {@code .csv} for each feed, {@code truth.csv} apart, and
 * {@code population.json} with settings, digests and achieved figures. Written as it is made; memory stays flat.
 */
public final class PopulationWriter {

    private final PopulationSettings settings;
    private final FeedFormat format;
    private final Path folder;
    private final int threads;

    /** A writer into this folder, which is made when it isn't there; files of the same names are replaced. */
    public PopulationWriter(PopulationSettings settings, FeedFormat format, Path folder, int threads) {
        this.settings = settings;
        this.format = format;
        this.folder = folder;
        this.threads = threads;
    }

    /** A block rendered: the text of each feed and of the truth file, and its counts. */
    private record Rendered(
            int municipality,
            Map<SyntheticFeed, byte[]> feeds,
            Map<SyntheticFeed, Long> rows,
            String truth,
            PopulationTally tally) {}

    /**
     * Writes everything.
     *
     * @param progress told the number of children done so far
     * @throws SyntheticFault {@code synthetic_output_not_writable}
     */
    public PopulationReport write(LongConsumer progress) {
        PopulationTally tally = new PopulationTally();
        List<WrittenFile> written = new ArrayList<>();
        try (OutputFile truth = new OutputFile(folder, "truth.csv")) {
            truth.write(ascii(TruthFile.NOTICE + TruthFile.HEADER));
            try (FeedFiles files = new FeedFiles(folder, format, settings)) {
                SyntheticPopulation.map(settings, threads, this::render, block -> {
                    files.write(block.municipality, block.feeds, block.rows);
                    truth.write(ascii(block.truth));
                    tally.merge(block.tally);
                    progress.accept(tally.count(PopulationTally.Count.CHILDREN));
                });
                written.addAll(files.finish());
            }
            written.add(truth.finish(0, "truth", tally.count(PopulationTally.Count.CHILDREN)));
            PopulationReport report = new PopulationReport(settings, format, written, tally);
            Files.writeString(folder.resolve("population.json"), report.json(), StandardCharsets.UTF_8);
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new SyntheticFault(SyntheticErrorCode.OUTPUT_NOT_WRITABLE, e);
        }
    }

    private Rendered render(List<Family> families) {
        Map<SyntheticFeed, StringBuilder> texts = new EnumMap<>(SyntheticFeed.class);
        Map<SyntheticFeed, Long> rows = new EnumMap<>(SyntheticFeed.class);
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            texts.put(feed, new StringBuilder());
            rows.put(feed, 0L);
        }
        StringBuilder truth = new StringBuilder();
        PopulationTally tally = new PopulationTally();
        RowSource source = new RowSource(settings);
        for (Family family : families) {
            tally.add(family.children(), settings.scopeDays());
            for (SyntheticChild child : family.children()) {
                String pseudonym = child.pseudonymText();
                TruthFile.append(truth, child, pseudonym, settings.scopeDays());
                source.rows(child, (feed, row) -> {
                    format.append(Objects.requireNonNull(texts.get(feed)), feed, pseudonym, row);
                    rows.merge(feed, 1L, Long::sum);
                });
            }
        }
        Map<SyntheticFeed, byte[]> bytes = new EnumMap<>(SyntheticFeed.class);
        texts.forEach((feed, text) -> bytes.put(feed, ascii(text.toString())));
        int municipality = families.getFirst().children().getFirst().person().municipality();
        return new Rendered(municipality, bytes, rows, truth.toString(), tally);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
