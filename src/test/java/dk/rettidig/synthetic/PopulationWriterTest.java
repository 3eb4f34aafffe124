package dk.rettidig.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationWriterTest {

    /** Ten digits, a hyphen after six allowed, and neither digit before nor after. */
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}-?[0-9]{4}(?![0-9])");

    private static final Pattern ROW =
            Pattern.compile("\\{\"pseudonym\":\"[A-Za-z0-9_-]{43}\",\"indicator\":\"[A-Z_]+\","
                    + "\"period_from\":\"\\d{4}-\\d\\d-\\d\\d\",\"period_to\":\"\\d{4}-\\d\\d-\\d\\d\",\"value\":\\d+(\\.\\d+)?,"
                    + "\"known_at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\",\"op\":\"(assert|retract)\"\\}");

    @TempDir
    private Path folder;

    private PopulationReport write(PopulationSettings settings, FeedFormat format, String name, int threads) {
        return new PopulationWriter(settings, format, folder.resolve(name), threads).write(done -> {});
    }

    private Map<String, String> contents(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void theSameSettingsGiveTheSameBytesWhateverTheThreads(FeedFormat format) throws IOException {
        PopulationSettings all = PopulationSettings.of(42, 9_000).withDefects(EnumSet.allOf(Defect.class));
        write(all, format, "a", 1);
        write(all, format, "b", 4);
        write(all.before(1), format, "a/history", 1);
        write(all.before(1), format, "b/history", 3);
        write(PopulationSettings.of(43, 9_000), format, "c", 4);

        assertThat(contents("b")).isEqualTo(contents("a")).hasSizeGreaterThan(90);
        assertThat(contents("c").get("truth.csv")).isNotEqualTo(contents("a").get("truth.csv"));
    }

    @Test
    void noOutputHoldsTenDigitsInARow() throws IOException {
        write(PopulationSettings.of(42, 9_000), FeedFormat.NDJSON, "n", 2);
        PopulationSettings all = PopulationSettings.of(999_999_999, 3_000).withDefects(EnumSet.allOf(Defect.class));
        write(all, FeedFormat.CSV, "c", 2);
        write(all.before(3), FeedFormat.CSV, "h", 2);

        for (String name : List.of("n", "c", "h")) {
            contents(name)
                    .forEach((file, text) ->
                            assertThat(TEN_DIGITS.matcher(text).find()).as(file).isFalse());
        }
    }

    @Test
    void everyRowHasTheWiresFieldsAndNothingElse() throws IOException {
        PopulationReport report = write(PopulationSettings.of(42, 2_000), FeedFormat.NDJSON, "n", 2);

        contents("n").forEach((file, text) -> {
            if (file.endsWith(".ndjson")) {
                assertThat(text.lines())
                        .as(file)
                        .isNotEmpty()
                        .allMatch(line -> ROW.matcher(line).matches());
            }
        });
        assertThat(report.rows())
                .isEqualTo(contents("n").entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith(".ndjson"))
                        .mapToLong(entry -> entry.getValue().lines().count())
                        .sum());
    }

    @Test
    void feedsContainNothingOfTheTruth() throws IOException {
        write(PopulationSettings.of(42, 2_000), FeedFormat.CSV, "c", 2);
        Set<String> truth = Set.of(TruthFile.HEADER.trim().split(",", -1)).stream()
                .filter(column -> !column.equals("pseudonym"))
                .collect(Collectors.toSet());

        contents("c").forEach((file, text) -> {
            if (!file.equals("truth.csv") && !file.equals("population.json")) {
                String header = text.lines().findFirst().orElseThrow();
                assertThat(header.split("[,;]", -1)).as(file).hasSize(7).doesNotContainAnyElementsOf(truth);
                assertThat(text).as(file).doesNotContain("S999-", "F999-");
            }
        });
        assertThat(contents("c").get("truth.csv")).startsWith("# Synthetic");
    }

    @Test
    void benefitsComeWithSemicolonAndDecimalComma() throws IOException {
        write(PopulationSettings.of(42, 500), FeedFormat.CSV, "c", 2);

        assertThat(contents("c").get("999/benefits.csv"))
                .startsWith("pseudonym;indicator;")
                .contains(";0,0;");
        assertThat(contents("c").get("999/school.csv")).startsWith("pseudonym,indicator,");
    }

    @Test
    void nothingWasKnownOnOrAfterTheAsOfDay() throws IOException {
        PopulationSettings settings = PopulationSettings.of(42, 3_000);
        write(settings, FeedFormat.NDJSON, "n", 2);

        Pattern known = Pattern.compile("\"known_at\":\"(\\d{4}-\\d\\d-\\d\\d)T");
        contents("n")
                .values()
                .forEach(text -> known.matcher(text)
                        .results()
                        .forEach(match -> assertThat(match.group(1))
                                .isLessThan(settings.asOf().toString())));
    }

    @Test
    void feedFaultsComeOnlyWhenPlanted() throws IOException {
        PopulationSettings planted = PopulationSettings.of(42, 4_000);
        write(planted, FeedFormat.NDJSON, "planted", 2);
        write(planted.withDefects(Set.of()), FeedFormat.NDJSON, "clean", 2);

        List<String> faulty = lines("planted/999/housing.ndjson");
        List<String> clean = lines("clean/999/housing.ndjson");

        double repeated = 1 - Set.copyOf(faulty).size() / (double) faulty.size();
        assertThat(repeated).isBetween(.005, .016);
        assertThat(clean).doesNotHaveDuplicates().hasSize(4_000);
        assertThat(contents("planted").get("999/scope.ndjson")).contains("\"op\":\"retract\"");
        assertThat(contents("clean").get("999/scope.ndjson")).doesNotContain("retract");
    }

    @Test
    void theReportCountsTheFaultsOfEveryFile() throws IOException {
        PopulationReport report = write(
                PopulationSettings.of(42, 6_000).withDefects(Set.of(Defect.DUPLICATES, Defect.CORRECTIONS)),
                FeedFormat.NDJSON,
                "n",
                2);

        for (WrittenFile file : report.files()) {
            if (file.municipality() > 0) {
                List<String> rows = lines("n/" + file.path());
                Set<String> facts = rows.stream()
                        .map(row -> row.replaceAll("\"value\":.*", ""))
                        .collect(Collectors.toSet());
                assertThat(file.faults().duplicates())
                        .as(file.path())
                        .isEqualTo(rows.size() - Set.copyOf(rows).size());
                assertThat(file.faults().corrections())
                        .as(file.path())
                        .isEqualTo(Set.copyOf(rows).size() - facts.size());
                assertThat(file.faults().late()).isZero();
            }
        }
        assertThat(report.files()).anyMatch(file -> file.faults().corrections() > 10);
    }

    @Test
    void theTruthNamesTheSourcesThatAreSilentAboutAChild() throws IOException {
        write(PopulationSettings.of(42, 3_000), FeedFormat.CSV, "c", 2);
        String school = contents("c").get("999/school.csv");

        int silent = 0;
        for (String line : lines("c/truth.csv")) {
            String[] field = line.split(",", -1);
            if (field[field.length - 1].startsWith("school")) {
                silent++;
                assertThat(school).doesNotContain(field[1]);
            }
        }
        assertThat(silent).isGreaterThan(400);
    }

    @Test
    void populationJsonHoldsTheKnownAnswersOfEveryDefect() throws IOException {
        PopulationReport report = write(PopulationSettings.of(42, 9_000), FeedFormat.CSV, "c", 2);
        JsonNode json = new ObjectMapper().readTree(contents("c").get("population.json"));

        assertThat(json.get("known_answers").findValuesAsText("defect"))
                .containsAll(Arrays.stream(Defect.values()).map(Defect::id).toList());
        assertThat(json.get("silent_sources")).hasSize(SilenceTally.FEEDS.size());
        assertThat(json.get("municipalities").get(0).get("children").asInt()).isEqualTo(9_000);
        assertThat(json.get("municipalities").get(0).get("unborn").asLong())
                .isEqualTo(report.unborn())
                .isPositive();
        assertThat(json.get("groups").get("notified_without_need_g").asDouble())
                .isGreaterThan(
                        json.get("groups").get("notified_without_need_rest").asDouble());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> write(PopulationSettings.of(42, 10), FeedFormat.CSV, "file", 1))
                .isInstanceOfSatisfying(
                        SyntheticFault.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(SyntheticErrorCode.OUTPUT_NOT_WRITABLE));
    }

    @Test
    void aMunicipalityWithoutChildrenStillHasItsFiles() throws IOException {
        PopulationReport report = write(PopulationSettings.of(42, 0), FeedFormat.CSV, "none", 2);

        assertThat(report.rows()).isZero();
        assertThat(contents("none")).hasSize(SyntheticFeed.values().length + 2);
    }
}
