package dk.rettidig.modelling.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.Observation;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.synthetic.CohortChild;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticChild;
import dk.rettidig.synthetic.SyntheticPopulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/** Writes a cohort of invented children as a data team would write real ones, so that the form has an example. */
public final class FolderWriter {

    private final IndicatorCatalogue catalogue;

    /** A writer of the catalogue's open indicators. */
    public FolderWriter(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Writes {@code folder/AS-OF/children.csv} and {@code observations.csv}.
     *
     * @return the as-of day's folder
     * @throws ModellingFault {@code modelling_not_written}
     */
    public Path write(PopulationSettings cohort, Path folder) {
        Path day = folder.resolve(cohort.day().toString());
        try {
            Files.createDirectories(day);
            try (CsvWriter children = writer(day.resolve(ChildLine.FILE), ChildLine.COLUMNS);
                    CsvWriter observations = writer(day.resolve(ObservationLine.FILE), ObservationLine.COLUMNS)) {
                SyntheticPopulation.generate(cohort, child -> {
                    CohortChild of = new CohortChild(cohort, child);
                    if (of.isPending()) {
                        child(of, children);
                        of.observations().stream()
                                .filter(this::isOpen)
                                .forEach(each -> observation(each, observations));
                    }
                });
            }
            return day;
        } catch (IOException | UncheckedIOException e) {
            throw new ModellingFault(ModellingErrorCode.NOT_WRITTEN, Map.of("file", day.toString()), e);
        }
    }

    private static CsvWriter writer(Path file, List<String> columns) throws IOException {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        writer.writeRecord(columns);
        return writer;
    }

    private boolean isOpen(Observation observation) {
        return catalogue
                .find(observation.indicator())
                .filter(Indicator::mayBeInput)
                .isPresent();
    }

    private static void child(CohortChild child, CsvWriter out) {
        SyntheticChild.Person person = child.child().person();
        CohortChild.Assessment assessment = child.assessment().orElseThrow();
        out.writeRecord(
                child.child().pseudonym().text(),
                family(child.family()).text(),
                Integer.toString(person.municipality()),
                Integer.toString(person.ageBand()),
                person.girl() ? ChildLine.SEXES.getFirst() : ChildLine.SEXES.getLast(),
                assessment.found() ? "1" : "0",
                assessment.knownOn().toString());
    }

    private static void observation(Observation observation, CsvWriter out) {
        out.writeRecord(
                observation.pseudonym().text(),
                observation.indicator().value(),
                observation.from().toString(),
                observation.to().toString(),
                BigDecimal.valueOf(observation.value()).toPlainString(),
                observation.knownAt().toString(),
                observation.retracted() ? "1" : "0");
    }

    /** A family number in the form of a pseudonym: its eight bytes, and bytes that look like nothing. */
    private static Pseudonym family(long number) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            return Pseudonym.of(ByteBuffer.wrap(bytes).putLong(0, number).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
