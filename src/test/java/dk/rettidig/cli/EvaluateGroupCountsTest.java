package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Groups that were counted where their attribute may be seen are evaluated without a row about anybody. */
class EvaluateGroupCountsTest {

    private static final String DECISIONS = "attribute,value,predicted,outcome,count\n";
    private static final String BANDS = "attribute,value,score,outcome,count\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    /** Larson, Mattu, Kirchner, Angwin: How We Analyzed the COMPAS Recidivism Algorithm, ProPublica, 23 May 2016. */
    @Test
    void proPublicasPublishedTableGivesItsPublishedRates() throws Exception {
        JsonNode report = report(DECISIONS
                + group("race", "African-American", 1369, 532, 805, 990)
                + group("race", "Caucasian", 505, 461, 349, 1139)
                + group("race", "other", 161, 223, 128, 552));

        JsonNode black = figures(report, "African-American");
        JsonNode white = figures(report, "Caucasian");
        assertThat(value(black, "false_positive_rate")).isCloseTo(.4485, within(5e-5));
        assertThat(value(black, "false_negative_rate")).isCloseTo(.2799, within(5e-5));
        assertThat(value(black, "precision")).isCloseTo(.6297, within(5e-5));
        assertThat(value(white, "false_positive_rate")).isCloseTo(.2345, within(5e-5));
        assertThat(value(white, "false_negative_rate")).isCloseTo(.4772, within(5e-5));
        assertThat(value(white, "precision")).isCloseTo(.5913, within(5e-5));
        JsonNode all = report.at("/comparisons/0/overall");
        assertThat(report.path("rows").asInt()).isEqualTo(7214);
        assertThat(value(all, "false_positive_rate")).isCloseTo(.3235, within(5e-5));
        assertThat(value(all, "false_negative_rate")).isCloseTo(.3740, within(5e-5));
        assertThat(all.has("auc")).as("high and low are no score").isFalse();
    }

    /** By hand: 80 of 100 pairs; 2 of 10 by Wilson; DeLong's variance is 2 × (8 × .1² + 2 × .4²) / 9 / 10. */
    @Test
    void bandsGiveTheFiguresWorkedOutByHandWithIntervals() throws Exception {
        JsonNode report =
                report(BANDS + "sex,f,0.2,0,8\nsex,f,0.2,1,2\nsex,f,0.6,0,2\nsex,f,0.6,1,8\n", "--threshold", "0.6");

        JsonNode women = figures(report, "f");
        assertThat(value(women, "auc")).isCloseTo(.8, within(1e-12));
        assertThat(women.at("/auc/low").asDouble()).isCloseTo(.6152, within(5e-5));
        assertThat(women.at("/auc/high").asDouble()).isCloseTo(.9848, within(5e-5));
        assertThat(value(women, "brier")).isCloseTo(.18, within(1e-12));
        assertThat(value(women, "calibration_gap")).isCloseTo(-.1, within(1e-12));
        assertThat(value(women, "false_positive_rate")).isCloseTo(.2, within(1e-12));
        assertThat(women.at("/false_positive_rate/low").asDouble()).isCloseTo(.0567, within(5e-5));
        assertThat(women.at("/false_positive_rate/high").asDouble()).isCloseTo(.5098, within(5e-5));
        assertThat(value(women, "recall")).isCloseTo(.8, within(1e-12));
    }

    @Test
    void calibrationIsShownByBandAndGroupWhereEnoughPeopleStand() throws Exception {
        JsonNode report = report(
                BANDS.replace(',', ';')
                        + "sex;f;0,1;0;180\nsex;f;0,1;1;20\nsex;f;0,5;0;60\nsex;f;0,5;1;40\nsex;f;0,9;0;1\nsex;f;0,9;1;7\n",
                "--threshold",
                "0.5");

        JsonNode bands = report.at("/reliability_by_group/sex: f");
        assertThat(bands).hasSize(2);
        assertThat(bands.get(0).path("observed_share").asDouble()).isEqualTo(.1);
        assertThat(bands.get(1).path("mean_probability").asDouble()).isEqualTo(.5);
        assertThat(bands.get(1).path("observed_share").asDouble()).isEqualTo(.4);
    }

    @Test
    void decilesAreNoProbabilitiesSoNothingIsSaidOfCalibration() throws Exception {
        JsonNode report =
                report(BANDS + "sex,f,3,0,80\nsex,f,3,1,20\nsex,f,8,0,20\nsex,f,8,1,80\n", "--threshold", "5");

        assertThat(value(figures(report, "f"), "auc")).isCloseTo(.8, within(1e-12));
        assertThat(figures(report, "f").has("calibration_gap")).isFalse();
        assertThat(report.has("reliability")).isFalse();
    }

    @Test
    void groupsOfNobodyAndOfThreeAreLeftOutAndSoIsTheNextThatWouldGiveThemAway() throws Exception {
        JsonNode report = report(DECISIONS
                + group("origin", "a", 40, 20, 30, 110)
                + group("origin", "b", 10, 5, 10, 25)
                + group("origin", "three", 1, 1, 0, 1)
                + group("origin", "nobody", 0, 0, 0, 0)
                + group("sex", "f", 30, 10, 20, 70)
                + group("sex", "m", 21, 16, 20, 66));

        assertThat(report.at("/comparisons/0/groups"))
                .allSatisfy(group -> assertThat(group.path("suppressed").asBoolean())
                        .as(group.path("level").asText())
                        .isEqualTo(List.of("b", "three", "nobody")
                                .contains(group.path("level").asText())))
                .hasSize(6);
        assertThat(report.at("/comparisons/0/groups"))
                .filteredOn(group -> group.path("suppressed").asBoolean())
                .allSatisfy(group -> {
                    assertThat(group.path("rows").asInt()).isEqualTo(-1);
                    assertThat(group.path("figures").isEmpty()).isTrue();
                });
        assertThat(report.path("remarks").toString()).contains("færre end 20", "fewer than 20");
        assertThat(Files.readString(directory.resolve("out/counts.html")))
                .contains("udeladt: for få rækker", "opgjort uden for tjenesten")
                .doesNotContain("familier");
    }

    @Test
    void anAttributeThatIsNotKnownOfAllIsSaidSo() throws Exception {
        JsonNode report = report(DECISIONS + group("sex", "f", 30, 10, 20, 70) + group("origin", "a", 20, 10, 20, 50));

        assertThat(report.path("rows").asInt()).isEqualTo(130);
        assertThat(report.path("remarks").toString())
                .contains("origin is not known of all")
                .doesNotContain("sex is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribute,value,predicted,outcome,count~sex,f,high,1,-3 | line=2",
                "attribute,value,predicted,outcome,count~sex,f,high,1,2.5 | line=2",
                "attribute,value,predicted,outcome,count~sex,f,high,1,1.000 | line=2",
                "attribute,value,predicted,outcome,count~sex,f,high,1, | line=2",
                "attribute,value,predicted,outcome,count~sex,f,high,1,9~sex,f,low,1,9999999999 | line=3",
                "attribute,value,predicted,outcome,count~sex,f,high,1,99999999999999999999 | line=2",
                "attribute,value,predicted,outcome,count~s,f,high,1,2147483647~s,f,high,0,1 | at most 2147483647",
                "attribute,value,predicted,outcome,count~sex,f,medium,1,3 | high or low",
                "attribute,value,predicted,outcome,count~sex,f,high,maybe,3 | column=outcome",
                "attribute,value,predicted,outcome,count~sex,,high,1,3 | column=value",
                "attribute,value,predicted,outcome,count~sex,f,high,1 | line=2",
                "attribute,value,predicted,outcome,count~sex,f,high,1,30~sex,f,high,0,30~sex,f,low,1,30 | also a line with",
                "attribute,value,predicted,outcome,count~sex,f,high,1,30~sex,f,high,0,30 | predicted low",
                "attribute,value,predicted,outcome,count | at least one line",
                "attribute,value,predicted,count~sex,f,high,1 | column=header",
                "attribute,value,predicted,outcome,count,child~sex,f,high,1,3,k | column=header",
                "attribute,value,predicted,outcome,count,count~sex,f,high,1,3,3 | column=header",
                "attribute,value,score,outcome,count~sex,f,0.5,1,30 | need --threshold",
            })
    void aTableThatCannotBeUsedNamesTheLineAndWhatIsExpected(String table, String named) throws Exception {
        assertThat(evaluate(file(table.replace('~', '\n') + "\n"))).isEqualTo(1);

        assertThat(errors.toString()).contains("evaluation_counts_malformed", named.strip());
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"310276-1234", "3102761234", "550e8400-e29b-41d4-a716-446655440000", "kept", "pseudonym"})
    void aValueThatLooksLikeAPersonIsRefusedAndNotRepeated(String kind) throws Exception {
        String value =
                switch (kind) {
                    case "pseudonym" -> Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
                    default -> kind;
                };
        int exit = evaluate(file(DECISIONS + group("person", value, 30, 10, 20, 70)));

        if (kind.equals("kept")) {
            assertThat(exit).isZero();
            return;
        }
        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString())
                .contains("evaluation_counts_of_people", "line=2")
                .doesNotContain(value);
    }

    @Test
    void theSameLineTwiceIsARowForEachPerson() throws Exception {
        assertThat(evaluate(file(DECISIONS + "sex,f,high,1,1\nsex,m,high,1,1\nsex,f,high,1,1\n")))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("evaluation_counts_of_people", "line=4", "as line 2");
    }

    @Test
    void aTableOfOnesIsRefusedAndATableWithAFewIsNot() throws Exception {
        StringBuilder ones = new StringBuilder(DECISIONS);
        StringBuilder few = new StringBuilder(DECISIONS);
        for (int group = 0; group < 10; group++) {
            ones.append(group("school", "s" + group, 1, 1, 1, 30));
            few.append(group("school", "s" + group, 1, 9, 9, 30));
        }

        assertThat(evaluate(file(ones.toString()))).isEqualTo(1);
        assertThat(errors.toString()).contains("evaluation_counts_of_people", "coarser");
        assertThat(evaluate(file(few.toString()))).isZero();
    }

    @Test
    void moreThanAHundredValuesAreNoGroups() throws Exception {
        StringBuilder many = new StringBuilder(DECISIONS);
        for (int group = 0; group <= 100; group++) {
            many.append(group("school", "s" + group, 9, 9, 9, 30));
        }

        assertThat(evaluate(file(many.toString()))).isEqualTo(1);
        assertThat(errors.toString()).contains("evaluation_counts_of_people", "more than 100");
    }

    @ParameterizedTest
    @CsvSource({"0,0,40,60,evaluation_one_class", "40,60,0,0,evaluation_one_class", "4,4,4,4,modelling_too_few"})
    void oneOutcomeOnlyAndTooFewPeopleAreRefused(int hit, int missed, int wrong, int right, String code)
            throws Exception {
        assertThat(evaluate(file(DECISIONS + group("sex", "f", hit, missed, wrong, right))))
                .isEqualTo(1);

        assertThat(errors.toString()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--label=y", "--group=sex", "--score=s", "--csv=other.csv"})
    void columnsOfAnotherFileDoNotGoWithCounts(String option) throws Exception {
        assertThat(evaluate(file(DECISIONS + group("sex", "f", 30, 10, 20, 70)), option))
                .isEqualTo(2);
    }

    private static String group(String attribute, String value, int hit, int missed, int wrong, int right) {
        String start = attribute + "," + value + ",";
        return start + "high,1," + hit + "\n" + start + "low,1," + missed + "\n" + start + "high,0," + wrong + "\n"
                + start + "low,0," + right + "\n";
    }

    private static JsonNode figures(JsonNode report, String level) {
        for (JsonNode each : report.at("/comparisons/0/groups")) {
            if (each.path("level").asText().equals(level)) {
                return each.path("figures");
            }
        }
        throw new AssertionError("no group " + level);
    }

    private static double value(JsonNode figures, String name) {
        return figures.path(name).path("value").asDouble(Double.NaN);
    }

    private JsonNode report(String table, String... options) throws IOException {
        assertThat(evaluate(file(table), options)).as("%s", errors).isZero();
        return new ObjectMapper().readTree(directory.resolve("out/counts.json").toFile());
    }

    private Path file(String table) throws IOException {
        return Files.writeString(directory.resolve("counts.csv"), table);
    }

    private int evaluate(Path file, String... options) {
        CommandLine line = new CommandLine(new EvaluateCommand());
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(output, true));
        List<String> all = new ArrayList<>(List.of(
                "--group-counts",
                file.toString(),
                "--out",
                directory.resolve("out").toString()));
        all.addAll(List.of(options));
        return line.execute(all.toArray(String[]::new));
    }
}
