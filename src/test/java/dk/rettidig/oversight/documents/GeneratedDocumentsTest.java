package dk.rettidig.oversight.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.Policies;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed documents are those of what runs, say what runs, and make nothing up. */
class GeneratedDocumentsTest {

    private static final Path COMMITTED = Path.of("docs/generated");
    private static final Path MADE = Path.of("target/generated-documents");

    private static Running running(PolicySet set) throws Exception {
        return Running.packaged(Policies.load(set));
    }

    private static SortedMap<String, String> documents() throws Exception {
        return GeneratedDocuments.of(running(PolicySetReader.shipped()));
    }

    @Test
    void theCommittedDocumentsAreThoseOfWhatRuns() throws Exception {
        SortedMap<String, String> made = documents();
        Files.createDirectories(MADE);
        for (Map.Entry<String, String> document : made.entrySet()) {
            Files.writeString(MADE.resolve(document.getKey()), document.getValue());
        }

        for (Map.Entry<String, String> document : made.entrySet()) {
            assertThat(Files.readString(COMMITTED.resolve(document.getKey())))
                    .as("%s differs; when the change is meant, copy %s/* over %s", document.getKey(), MADE, COMMITTED)
                    .isEqualTo(document.getValue());
        }
        assertThat(names(COMMITTED)).containsExactlyInAnyOrderElementsOf(made.keySet());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"article-30.md", "dpia-facts.md"})
    void whatIsKeptOfANotificationIsNamedWithItsPurpose(String name) throws Exception {
        assertThat(documents().getOrDefault(name, ""))
                .contains("| Barnets køn, hvis det er oplyst;", "| alene beskyttede tal for et år");
    }

    @Test
    void theSameConfigurationGivesTheSameBytes() throws Exception {
        assertThat(documents()).isEqualTo(documents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag_unopened, days: 30", "delivery_receipt, months: 12"})
    void anotherRetentionGivesAnotherRecord(String kept) throws Exception {
        PolicySet shipped = PolicySetReader.shipped();
        String text =
                shipped.file(PolicySet.RETENTION).flatMap(PolicyFile::text).orElseThrow();
        assertThat(text).contains(kept);
        PolicySet changed =
                shipped.with(PolicyFile.of(PolicySet.RETENTION, text.replace(kept, kept.replaceFirst("[0-9]+$", "7"))));

        String record = GeneratedDocuments.of(running(changed)).getOrDefault("article-30.md", "");

        assertThat(record).isNotEqualTo(documents().get("article-30.md")).contains("| 7 ");
    }

    @Test
    void everyBasisIndicatorRuleRetentionClassAndFeatureStandsSomewhere() throws Exception {
        Running running = running(PolicySetReader.shipped());
        SortedMap<String, String> made = documents();

        assertThat(made.get("article-30.md"))
                .contains(running.policies().bases().all().stream()
                        .map(basis -> "`" + basis.id() + "`")
                        .toList())
                .contains(running.policies().indicators().all().stream()
                        .map(Indicator::id)
                        .map(id -> "`" + id + "`")
                        .toList())
                .contains(running.policies().retention().classes().stream()
                        .map(each -> "`" + each + "`")
                        .toList());
        assertThat(running.rules()).hasSize(running.policies().ruleCount());
        assertThat(made.get("dpia-facts.md"))
                .contains(running.rules().stream()
                        .map(rule -> "`" + rule.rule() + "`")
                        .toList());
        assertThat(made.get("annex-iv.md"))
                .contains(running.manifest().features().stream()
                        .map(feature -> "| `" + feature.indicator() + "` | " + feature.source())
                        .toList())
                .contains(running.model().digest().value());
        assertThat(made.values())
                .allSatisfy(text -> assertThat(text)
                        .contains(running.policies().digest().value())
                        .contains("**ÅBENT:**", "**OPEN:**"));
    }

    @Test
    void annexFourHasItsNineHeadingsAndTheRegisterItsFields() throws Exception {
        for (int heading = 1; heading <= 9; heading++) {
            assertThat(documents().get("annex-iv.md")).contains("\n## " + heading + ". ");
        }
        assertThat(documents().get("fria-facts.md"))
                .contains("27(1)(a)", "27(1)(b)", "27(1)(c)", "27(1)(d)", "27(1)(e)", "27(1)(f)");
    }

    /** Every field of the standard, in its order, and no other: the list has its source and date (ADR 0148). */
    @Test
    void theRegisterHasAllFieldsOfTheStandardAndNoOther() throws Exception {
        List<String> fields = Files.readAllLines(Path.of("src/test/resources/documents/atrs-3.0.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String register = documents().getOrDefault("algorithm-register.md", "");

        List<String> rows = register.lines()
                .filter(line -> line.matches("\\| [0-9][0-9.]* .*"))
                .toList();

        assertThat(rows.stream().map(row -> row.split("\\|", -1)[1].strip()).toList())
                .containsExactlyElementsOf(fields);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split("\\|", -1))
                        .as("answered or told to be open, in both languages")
                        .noneMatch(cell -> cell.isBlank() && !cell.isEmpty()));
    }

    @Test
    void everyTableRowHasAsManyCellsAsItsHeading() throws Exception {
        for (Map.Entry<String, String> document : documents().entrySet()) {
            int cells = 0;
            for (String line : document.getValue().split("\n", -1)) {
                int here = line.startsWith("|")
                        ? line.length() - line.replace("|", "").length()
                        : 0;
                assertThat(cells == 0 || here == 0 || here == cells)
                        .as("%s: %s", document.getKey(), line)
                        .isTrue();
                cells = here;
            }
        }
    }

    @Test
    void theCardThatIsLinkedToIsThere() throws Exception {
        Running running = running(PolicySetReader.shipped());

        assertThat(COMMITTED.resolve("../../models/" + running.model().ref() + "/model-card.md"))
                .isRegularFile();
    }
}
