package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticPopulation.Block;
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
 * {@code population.json} with settings, digests, achieved figures and known answers. Written as it is made; memory stays
 * flat.
 */
public final class PopulationWriter {

    private final PopulationSettings settings;
    private final FeedFormat format;
    private final Path folder;
    private final int threads;
    private final Moves moves;
    private final TruthFile truthFile;

    /** A writer into this folder, which is made when it isn't there; files of the same names are replaced. */
    public PopulationWriter(PopulationSettings settings, FeedFormat format, Path folder, int threads) {
        this.settings = settings;
        this.format = format;
        this.folder = folder;
        this.threads = threads;
        this.moves = new Moves(settings);
        this.truthFile = new TruthFile(settings, moves);
    }

    /** A block rendered: the text of each feed and of the truth file, and its counts. */
    private record Rendered(
            int municipality,
            Map<SyntheticFeed, byte[]> feeds,
            FaultCounts counts,
            String truth,
            PopulationTally tally) {}

    /**
     * Writes everything.
     *
     * @param progress told the number of children done so far
     * @throws SyntheticFault {@code synthetic_output_not_writable}
     */
    public PopulationReport write(LongConsumer progress) {
        PopulationTally tally = new PopulationTally(settings);
        List<WrittenFile> written = new ArrayList<>();
        try (OutputFile truth = new OutputFile(folder, "truth.csv")) {
            truth.write(ascii(TruthFile.NOTICE + TruthFile.HEADER));
            try (FeedFiles files = new FeedFiles(folder, format, settings)) {
                BlockPlan plan = new BlockPlan(settings, SyntheticPopulation.BLOCK, moves);
                SyntheticPopulation.map(settings, threads, plan, this::render, block -> {
                    files.write(block.municipality, block.feeds, block.counts);
                    truth.write(ascii(block.truth));
                    tally.merge(block.tally);
                    progress.accept(tally.count(PopulationTally.Count.CHILDREN));
                });
                written.addAll(files.finish());
            }
            long children = tally.count(PopulationTally.Count.CHILDREN);
            written.add(truth.finish(0, "truth", children, WrittenFile.FileFaults.NONE));
            PopulationReport report = new PopulationReport(settings, format, written, tally);
            Files.writeString(folder.resolve("population.json"), report.json(), StandardCharsets.UTF_8);
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new SyntheticFault(SyntheticErrorCode.OUTPUT_NOT_WRITABLE, e);
        }
    }

    private Rendered render(Block block, List<Family> families) {
        Map<SyntheticFeed, StringBuilder> texts = new EnumMap<>(SyntheticFeed.class);
        for (SyntheticFeed feed : SyntheticFeed.values()) {
            texts.put(feed, new StringBuilder());
        }
        StringBuilder truth = new StringBuilder();
        PopulationTally tally = new PopulationTally(settings);
        RowSource source = new RowSource(settings);
        int municipality = block.municipality().code();
        for (Family family : families) {
            if (block.arrivals().isEmpty()) {
                tally.add(family.children());
                family.children().forEach(child -> own(child, source, texts, truth));
            } else {
                family.children().forEach(child -> arrived(child, municipality, source, texts, tally));
            }
        }
        tally.defects().add(source.counts());
        Map<SyntheticFeed, byte[]> bytes = new EnumMap<>(SyntheticFeed.class);
        texts.forEach((feed, text) -> bytes.put(feed, ascii(text.toString())));
        return new Rendered(municipality, bytes, source.counts(), truth.toString(), tally);
    }

    private void own(
            SyntheticChild child, RowSource source, Map<SyntheticFeed, StringBuilder> texts, StringBuilder truth) {
        String pseudonym = child.pseudonymText();
        truthFile.append(truth, child, pseudonym);
        source.rows(child, (feed, row) -> format.append(Objects.requireNonNull(texts.get(feed)), feed, pseudonym, row));
    }

    private void arrived(
            SyntheticChild child,
            int municipality,
            RowSource source,
            Map<SyntheticFeed, StringBuilder> texts,
            PopulationTally tally) {
        String pseudonym = child.pseudonymText(municipality);
        tally.defects().arrived(municipality);
        source.arrived(
                child, (feed, row) -> format.append(Objects.requireNonNull(texts.get(feed)), feed, pseudonym, row));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
