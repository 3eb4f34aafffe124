package dk.rettidig.modelling.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.CohortRows;
import dk.rettidig.modelling.ModellingErrorCode;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.TrainingRow;
import dk.rettidig.modelling.TrainingSettings.Approval;
import dk.rettidig.modelling.TrainingSettings.Cohort;
import dk.rettidig.modelling.TrainingSettings.Folders;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.FeatureDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder of training rows may hold, what it may not, and how that is said. */
class FolderRowsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Cohort DAY = new Cohort("2025-11-01");
    private static final Cohort LATER = new Cohort("2026-11-01");
    private static final Approval NONE = new Approval("", "", "", "", "", "");
    private static final Approval SIGNED =
            new Approval("lb.development", "2026-10-01T09:00:00Z", "sag 1 (opdigtet)", "sag 2", "brev 3", "register 4");

    private static final String CHILDREN =
            """
            child,family,municipality,age_band,sex,found_need,concluded_on
            %1$s,%4$s,999,3,girl,1,2026-01-15
            %2$s,%4$s,999,1,boy,0,2026-02-15
            %3$s,%5$s,999,4,boy,0,2026-05-01
            """.formatted(pseudonym(1), pseudonym(2), pseudonym(3), pseudonym(8), pseudonym(9));

    private static final String OBSERVATIONS = """
            child,indicator,from,to,value,known_at,retracted
            %1$s,NOTIF_PRIOR,2024-11-01,2025-10-31,3,2025-10-31T20:00:00Z,0
            %1$s,SCH_ABS_UNL,2025-07-01,2025-09-30,0.07,2025-10-10T08:00:00Z,0
            %1$s,SCH_ABS_UNL,2025-07-01,2025-09-30,0.05,2025-10-20T08:00:00Z,0
            %3$s,NOTIF_PRIOR,2024-11-01,2025-10-31,1,2025-10-31T20:00:00Z,0
            %3$s,SCH_ABS_UNL,2025-07-01,2025-09-30,0.01,2025-10-10T08:00:00Z,1
            """.formatted(pseudonym(1), pseudonym(2), pseudonym(3));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Policies shipped;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static List<FeatureDefinition> features;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @BeforeAll
    static void twoInputs() throws Exception {
        shipped = Policies.load(PolicySetReader.shipped());
        features = Candidate.read(Path.of("models/scorecard/1.2.0")).manifest().features().stream()
                .filter(each -> List.of("NOTIF_PRIOR", "SCH_ABS_UNL")
                        .contains(each.indicator().value()))
                .toList();
    }

    @BeforeEach
    void aGoodFolder() throws Exception {
        write("children.csv", CHILDREN);
        write("observations.csv", OBSERVATIONS);
    }

    @Test
    void readsWhatARunWouldHaveReadOnThatDay() {
        List<TrainingRow> rows = rows(shipped).rows(folders("999", NONE), DAY);

        assertThat(rows).extracting(TrainingRow::outcome).containsExactly(true, false, false);
        assertThat(rows).extracting(TrainingRow::ageBand).containsExactly(3, 1, 4);
        assertThat(rows).extracting(TrainingRow::girl).containsExactly(true, false, false);
        assertThat(rows).extracting(TrainingRow::municipality).containsOnly(999);
        assertThat(rows).allMatch(row -> row.truth().isEmpty());
        assertThat(rows.get(0).family())
                .isEqualTo(rows.get(1).family())
                .isNotEqualTo(rows.get(2).family());
        assertThat(rows.get(0).values()).as("the version known last").containsExactly(3, 0.05);
        assertThat(rows.get(1).values()).as("nothing is known").containsExactly(Double.NaN, Double.NaN);
        assertThat(rows.get(2).values()).as("retracted").containsExactly(1, Double.NaN);
    }

    @Test
    void semicolonsAndAnotherOrderOfColumnsAreTheSame() throws Exception {
        String turned = OBSERVATIONS
                .lines()
                .map(line -> String.join(";", Arrays.asList(line.split(",")).reversed()))
                .reduce("\uFEFF", (all, line) -> all + line + "\r\n");
        write("observations.csv", turned);

        assertThat(rows(shipped).rows(folders("999", NONE), DAY).getFirst().values())
                .containsExactly(3, 0.05);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            children.csv     | ,sex,            | ,origin,              | training_rows_attribute | 1 | origin
            children.csv     | concluded_on\\n  | concluded_on,need\\n  | training_rows_attribute | 1 | need
            children.csv     | child,family     | family,family         | training_rows_malformed | 1 | family
            children.csv     | child,family,    | child,                | training_rows_malformed | 1 | family
            children.csv     | 999,3            | 360,3                 | training_rows_malformed | 2 | municipality
            children.csv     | 999,1            | 999,5                 | training_rows_malformed | 3 | age_band
            children.csv     | girl             | K                     | training_rows_malformed | 2 | sex
            children.csv     | girl,1           | girl,                 | training_rows_malformed | 2 | found_need
            children.csv     | 2026-02-15       | 15.02.2026            | training_rows_malformed | 3 | concluded_on
            children.csv     | 2026-01-15       | 2025-11-01            | training_rows_malformed | 2 | concluded_on
            children.csv     | 2026-05-01       | 2026-05-02            | training_rows_malformed | 4 | concluded_on
            children.csv     | ,4,boy           | ,4                    | training_rows_malformed | 4 |
            children.csv     | CHILD2           | CHILD1                | training_rows_malformed | 3 | child
            children.csv     | CHILD1           | barn-1                | training_rows_malformed | 2 | child
            children.csv     | CHILD1           | 320199-0000           | training_rows_malformed | 2 | child
            children.csv     | CHILD1           | 000000-0000           | training_rows_malformed | 2 | child
            children.csv     | CHILD1           | 3102761234            | training_rows_person    | 2 | child
            children.csv     | girl             | 310276-1234           | training_rows_person    | 2 | sex
            observations.csv | SCH_ABS_UNL      | PAR_PSYCH             | training_rows_attribute | 3 | indicator
            observations.csv | SCH_ABS_UNL      | NO_SUCH               | training_rows_attribute | 3 | indicator
            observations.csv | SCH_ABS_UNL      | SCOPE_NOTIFIED        | training_rows_attribute | 3 | indicator
            observations.csv | SCH_ABS_UNL      | etnisk herkomst       | training_rows_malformed | 3 | indicator
            observations.csv | 2025-10-10T08    | 2025-11-01T23         | training_rows_future    | 3 | known_at
            observations.csv | 2025-09-30,0.05  | 2025-11-02,0.05       | training_rows_future    | 4 | to
            observations.csv | 2025-07-01       | 2025-12-01            | training_rows_malformed | 3 | to
            observations.csv | 0.07             | 1.07                  | training_rows_malformed | 3 | value
            observations.csv | 0.07             | NaN                   | training_rows_malformed | 3 | value
            observations.csv | 0.07             | syv                   | training_rows_malformed | 3 | value
            observations.csv | 0.07             | 3102761234            | training_rows_person    | 3 | value
            observations.csv | 2025-10-20T08:00:00Z | 20-10-2025        | training_rows_malformed | 4 | known_at
            observations.csv | 0.07,2025-10-10T08:00:00Z,0 | 0.07,2025-10-10T08:00:00Z,nej | training_rows_malformed | 3 | retracted
            observations.csv | CHILD3           | CHILD7                | training_rows_malformed | 5 | child
            observations.csv | CHILD1,NOTIF     | CHILD3,NOTIF          | training_rows_malformed | 3 | child
            """)
    void refusesWithFileLineAndColumnAndWithoutWhatStoodThere(
            String file, String from, String to, String code, int line, String column) throws Exception {
        change(file, text -> text.replaceFirst(java.util.regex.Pattern.quote(named(from)), named(to)));

        Map<String, Object> details = refused(code, folders("999", NONE));

        assertThat(String.valueOf(details.get("file"))).endsWith("2025-11-01/" + file);
        assertThat(String.valueOf(details.get("line"))).isEqualTo(Integer.toString(line));
        assertThat(details.get("column")).isEqualTo(column);
        if (code.equals("training_rows_person")) {
            assertThat(details.toString()).doesNotContain("310276");
        }
    }

    @Test
    void aFileWithoutAHeaderIsRefusedAndItsFirstChildNotRepeated() throws Exception {
        change("children.csv", text -> text.substring(text.indexOf('\n') + 1));

        assertThat(refused("training_rows_attribute", folders("999", NONE)).toString())
                .contains("number 1")
                .doesNotContain(pseudonym(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"children.csv", "observations.csv"})
    void saysWhichFileIsMissing(String file) throws Exception {
        Files.delete(directory.resolve(DAY.asOf()).resolve(file));

        assertThat(String.valueOf(
                        refused("training_rows_malformed", folders("999", NONE)).get("file")))
                .endsWith("2025-11-01/" + file);
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        Files.write(
                directory.resolve(DAY.asOf()).resolve("children.csv"),
                CHILDREN.replace("girl", "pige\u00e6").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused("training_rows_malformed", folders("999", NONE))).containsKey("file");
    }

    @Test
    void aChildThatChangesItsFamilyBetweenTheDaysWouldStandOnBothSidesOfTheSplit() throws Exception {
        Path later = Files.createDirectories(directory.resolve(LATER.asOf()));
        Files.writeString(
                later.resolve("children.csv"),
                CHILDREN.replace("2026-0", "2027-0").replace(pseudonym(8), pseudonym(7)));
        Files.writeString(later.resolve("observations.csv"), OBSERVATIONS);
        CohortRows rows = rows(shipped);
        rows.rows(folders("999", NONE), DAY);

        assertThatThrownBy(() -> rows.rows(folders("999", NONE), LATER))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.details()).containsEntry("column", "family"));
    }

    @Test
    void theShippedRulesPermitNoRealMunicipalityAndNothingIsRead() throws Exception {
        Files.delete(directory.resolve(DAY.asOf()).resolve("children.csv"));

        assertThat(refused("training_rows_not_permitted", folders("360", SIGNED))
                        .get("rules"))
                .isEqualTo("basis_not_verified");
        assertThat(String.valueOf(refused("training_rows_not_permitted", folders("360", NONE))
                        .get("rules")))
                .contains("evaluation_of_real_people", "signature_missing");
    }

    @Test
    void aVerifiedBasisAndASignaturePermitItsIndicatorsForAYear() throws Exception {
        change("children.csv", text -> text.replace(",999,", ",360,"));
        Policies verified = verified();
        Approval lapsed = new Approval("lb.development", "2025-11-19T09:00:00Z", "a", "b", "c", "d");
        Approval incomplete = new Approval("lb.development", "2026-10-01T09:00:00Z", "a", "", "c", "d");
        List<FeatureDefinition> all =
                Candidate.read(Path.of("models/scorecard/1.2.0")).manifest().features();

        assertThat(rows(verified).rows(folders("360", SIGNED), DAY)).hasSize(3);
        assertThat(refused(rows(verified), folders("360", lapsed)).get("rules")).isEqualTo("signature_lapsed");
        assertThat(refused(rows(verified), folders("360", incomplete)).get("rules"))
                .isEqualTo("signature_incomplete");
        assertThat(String.valueOf(refused(SettingsRows.under(verified, NOW).apply(all), folders("360", SIGNED))
                        .get("rules")))
                .contains("indicator_not_covered", "source_not_covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"36", "abc", ""})
    void aMunicipalityIsACode(String code) {
        assertThat(refused("modelling_settings_malformed", folders(code, NONE)))
                .containsEntry("field", "data.municipalities");
    }

    private Map<String, Object> refused(String code, Folders folders) {
        CohortRows rows = rows(shipped);
        Map<String, Object> details = refused(rows, folders);
        assertThatThrownBy(() -> rows(shipped).rows(folders, DAY))
                .isInstanceOfSatisfying(
                        ModellingFault.class,
                        fault -> assertThat(fault.errorCode().code())
                                .as("%s", fault.getMessage())
                                .isEqualTo(code));
        return details;
    }

    private static Map<String, Object> refused(CohortRows rows, Folders folders) {
        try {
            rows.rows(folders, DAY);
        } catch (ModellingFault fault) {
            assertThat(fault.errorCode()).isInstanceOf(ModellingErrorCode.class);
            return fault.details();
        }
        throw new AssertionError("nothing was refused");
    }

    private static CohortRows rows(Policies policies) {
        return SettingsRows.under(policies, NOW).apply(features);
    }

    private Folders folders(String municipality, Approval approval) {
        return new Folders(List.of(directory.toString()), List.of(municipality), approval, DAY, LATER);
    }

    /** The shipped rules of a municipality whose lawyer has verified the basis for development. */
    private Policies verified() throws Exception {
        Path place = directory.resolve("policies");
        for (PolicyFile file : PolicySetReader.shipped().files()) {
            Path path = place.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        Path bases = place.resolve(PolicySet.LEGAL_BASES);
        String text = Files.readString(bases);
        int entry = text.indexOf("id: lb.development");
        Files.writeString(
                bases,
                text.substring(0, entry)
                        + text.substring(entry)
                                .replaceFirst(
                                        "confidence: read\n",
                                        "confidence: read\n    verified_by: \"Opdigtet Jurist\"\n    verified_on: 2026-09-01\n"));
        return Policies.load(PolicySetReader.read(place));
    }

    private void change(String file, UnaryOperator<String> change) throws Exception {
        Path path = directory.resolve(DAY.asOf()).resolve(file);
        String before = Files.readString(path);
        assertThat(change.apply(before)).as("changed").isNotEqualTo(before);
        write(file, change.apply(before));
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve(DAY.asOf())).resolve(file), text);
    }

    private static String named(String text) {
        String named = text.replace("\\n", "\n");
        for (int child : new int[] {1, 2, 3, 7}) {
            named = named.replace("CHILD" + child, pseudonym(child));
        }
        return named;
    }

    /** Somebody who doesn't exist. */
    private static String pseudonym(int number) {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        Arrays.fill(bytes, (byte) number);
        return Pseudonym.of(bytes).text();
    }
}
