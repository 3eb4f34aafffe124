package dk.rettidig.modelling.rows;

import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings.Cohort;
import dk.rettidig.modelling.TrainingSettings.Folders;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.FeatureReader;
import dk.rettidig.scoring.KnownValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pseudonymised rows from folders: of each child a line, and its observations in the same order in a file beside, so that both
 * are read once and side by side. Everything that a row may not have is refused, nothing is dropped. For one thread; one
 * reader for all cohorts of a training, so that it sees a child change its family.
 */
final class FolderRows {

    private final FeatureReader reader;
    private final IndicatorCatalogue catalogue;
    private final Map<Pseudonym, Long> families = new HashMap<>();
    private final Map<String, String> inputs = new TreeMap<>();

    FolderRows(List<FeatureDefinition> features, IndicatorCatalogue catalogue) {
        this.reader = new FeatureReader(features);
        this.catalogue = catalogue;
    }

    /** The children of one cohort, in the order of folders and lines. */
    List<TrainingRow> rows(Folders folders, Cohort cohort) {
        List<TrainingRow> rows = new ArrayList<>();
        Set<Pseudonym> seen = new HashSet<>();
        for (String folder : folders.folders()) {
            Path day = Path.of(folder).resolve(cohort.asOf());
            try (RowFile children = RowFile.open(day.resolve(ChildLine.FILE), ChildLine.COLUMNS);
                    RowFile observations = RowFile.open(day.resolve(ObservationLine.FILE), ObservationLine.COLUMNS)) {
                new Day(folders, cohort, children, observations).read(seen, rows);
                inputs.put(children.name(), children.sha256());
                inputs.put(observations.name(), observations.sha256());
            }
        }
        return rows;
    }

    /** SHA-256 in hexadecimal of each file that was read to its end, by its name as the settings give it. */
    Map<String, String> inputs() {
        return new TreeMap<>(inputs);
    }

    /** The two files of a day, read side by side. */
    private final class Day {

        private final Folders folders;
        private final Cohort cohort;
        private final RowFile children;
        private final RowFile observations;
        private Optional<RowLine> ahead = Optional.empty();

        Day(Folders folders, Cohort cohort, RowFile children, RowFile observations) {
            this.folders = folders;
            this.cohort = cohort;
            this.children = children;
            this.observations = observations;
        }

        void read(Set<Pseudonym> seen, List<TrainingRow> rows) {
            ahead = observations.next();
            for (Optional<RowLine> line = children.next(); line.isPresent(); line = children.next()) {
                ChildLine child = ChildLine.of(line.get(), folders, cohort.day());
                if (!seen.add(child.child())) {
                    throw line.get().malformed(ChildLine.CHILD, "each child once for an as-of day");
                }
                Long before = families.putIfAbsent(child.child(), child.family());
                if (before != null && before != child.family()) {
                    throw line.get().malformed(ChildLine.FAMILY, "the same family as on the other as-of day");
                }
                rows.add(child.row(TrainingRow.values(
                        reader.readStrictly(AsOf.endOf(cohort.day()), observationsOf(child.child())))));
            }
            if (ahead.isPresent()) {
                throw ahead.get()
                        .malformed(
                                ChildLine.CHILD,
                                "children in the order of " + ChildLine.FILE + ", each one's lines together");
            }
        }

        private List<KnownValue> observationsOf(Pseudonym child) {
            List<KnownValue> known = new ArrayList<>();
            while (ahead.isPresent() && ahead.get().pseudonym(ChildLine.CHILD).equals(child)) {
                known.add(ObservationLine.read(ahead.get(), catalogue, cohort.day()));
                ahead = observations.next();
            }
            return known;
        }
    }
}
