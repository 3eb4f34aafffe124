package dk.rettidig.cli.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.SyntheticCpr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers held against a register extract: what is near goes to people, and nothing is corrected by itself. */
class PopulationTest {

    /** Far from each other: no two differ in one digit only. */
    private static final int IDA = 0;

    private static final int BO = 336 + 28 + 1;
    private static final int STRANGER = 5 * 336 + 7 * 28 + 17 + 2_688 * 777;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    private JobFixture job;
    private Path input;
    private Path population;
    private Path output;

    @BeforeEach
    void start() throws Exception {
        job = new JobFixture();
        input = folder.resolve("in.csv");
        output = folder.resolve("out.csv");
        population = Files.writeString(
                folder.resolve("population.csv"),
                "personnummer;navn;født\n" + SyntheticCpr.digits(IDA) + ";Ida Hansen;2050-01-01\n"
                        + SyntheticCpr.hyphenated(BO) + ";Åse Kjær-Møller;02-02-2051\n");
        job.population = List.of("--population", population.toString());
    }

    @AfterEach
    void stop() {
        job.close();
    }

    private void rows(String... numbers) throws Exception {
        StringBuilder rows = new StringBuilder("id;cpr;navn;født\n");
        for (int i = 0; i < numbers.length; i++) {
            rows.append(i).append(';').append(numbers[i]).append(";;\n");
        }
        // Somebody about whom there is nothing to decide.
        rows.append("z;").append(SyntheticCpr.digits(STRANGER)).append(";;\n");
        Files.writeString(input, rows);
    }

    /** The digits with another one at a place. */
    private static String wrong(int number, int at) {
        StringBuilder digits = new StringBuilder(SyntheticCpr.digits(number));
        digits.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + 3) % 10));
        return digits.toString();
    }

    private static String swapped(int number, int at) {
        StringBuilder digits = new StringBuilder(SyntheticCpr.digits(number));
        char first = digits.charAt(at);
        digits.setCharAt(at, digits.charAt(at + 1));
        digits.setCharAt(at + 1, first);
        return digits.toString();
    }

    private Path worklist() {
        return folder.resolve("out.csv.worklist.csv");
    }

    private List<String> list() throws Exception {
        return Files.readAllLines(worklist());
    }

    /** The worklist with decisions in the order of its lines. */
    private void decide(String... decisions) throws Exception {
        List<String> lines = new ArrayList<>(list());
        for (int i = 0; i < decisions.length; i++) {
            String[] fields = lines.get(i + 1).split(";", -1);
            fields[5] = decisions[i];
            lines.set(i + 1, String.join(";", fields));
        }
        Files.write(folder.resolve("decided.csv"), lines);
    }

    private int runDecided() throws Exception {
        Files.deleteIfExists(output);
        List<String> before = job.population;
        job.population = new ArrayList<>(before);
        job.population.addAll(
                List.of("--worklist", folder.resolve("decided.csv").toString()));
        try {
            return job.run(input, output);
        } finally {
            job.population = before;
        }
    }

    private String pseudonym(String digits) throws Exception {
        return job.key
                .pseudonym(OprfMode.VOPRF, digits.getBytes(StandardCharsets.US_ASCII))
                .text();
    }

    @Test
    void aNumberNearOneWaitsForAPersonHoweverSureItSeems() throws Exception {
        String typed = wrong(IDA, 8);
        rows(SyntheticCpr.digits(BO), typed, typed);

        assertThat(job.run(input, output)).isEqualTo(1);

        assertThat(Files.readAllLines(output)).hasSize(3);
        assertThat(Files.readString(output))
                .contains(job.pseudonym(BO), job.pseudonym(STRANGER))
                .as("neither as it was typed nor as it may be meant")
                .doesNotContain(job.pseudonym(IDA), pseudonym(typed));
        assertThat(list()).hasSize(2);
        assertThat(list().get(0)).isEqualTo(String.join(";", Worklist.HEADER));
        assertThat(list().get(1)).matches("3;2;2;one_digit;;;[a-p]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(worklist())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("out.csv.rejected.csv")))
                .contains("3,cpr_undecided", "4,cpr_undecided");
        assertThat(job.shown).contains("1 venter på en afgørelse").doesNotContain(typed);
    }

    @Test
    void whatAPersonDecidedIsUsed() throws Exception {
        String typed = wrong(IDA, 8);
        String turned = swapped(BO, 6);
        rows(typed, turned, typed);
        job.run(input, output);
        assertThat(list().get(2)).startsWith("3;1;3;transposed;;;");
        decide("same:2", "other");

        assertThat(runDecided()).as(job.shown).isZero();

        assertThat(Files.readAllLines(output))
                .containsExactly(
                        "id;pseudonym;navn;født",
                        "0;" + job.pseudonym(IDA) + ";;",
                        "1;" + pseudonym(turned) + ";;",
                        "2;" + job.pseudonym(IDA) + ";;",
                        "z;" + job.pseudonym(STRANGER) + ";;");
        assertThat(job.shown).contains("1 afgjort som en anden, 1 som ikke");
        assertThat(job.authority.faults()).isEmpty();
    }

    @Test
    void countsAreInTheJson() throws Exception {
        rows(wrong(IDA, 8), wrong(BO, 7), SyntheticCpr.digits(IDA));
        job.run(input, output);
        decide("Samme: 2");
        job.json = true;

        assertThat(runDecided()).isEqualTo(1);

        JsonNode told = new ObjectMapper().readTree(job.shown).path("population");
        assertThat(told.path("rows").asInt()).isEqualTo(2);
        assertThat(told.path("not_in_population").asInt()).isEqualTo(3);
        assertThat(told.path("near").asInt()).isEqualTo(2);
        assertThat(told.path("same").asInt()).isEqualTo(1);
        assertThat(told.path("other").asInt()).isZero();
        assertThat(told.path("undecided").asInt()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(job.shown).path("persons").asInt())
                .as("two are Ida, one is a stranger, one waits")
                .isEqualTo(2);
    }

    @Test
    void undecidedRowsPassOnlyWhenTheCallerSaysSo() throws Exception {
        String typed = wrong(IDA, 8);
        rows(typed);
        job.population = List.of("--population", population.toString(), "--undecided", "pass");

        assertThat(job.run(input, output)).as(job.shown).isZero();

        assertThat(Files.readString(output)).contains(pseudonym(typed)).doesNotContain(job.pseudonym(IDA));
        assertThat(list()).hasSize(2);
        job.population = List.of("--population", population.toString(), "--undecided", "perhaps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job.run(input, folder.resolve("other.csv")))
                .withMessageContaining("hold or pass");
    }

    @Test
    void aDateThatDoesNotExistStaysOutUntilSomebodySaysWhoItIs() throws Exception {
        // Month 41: one digit wrong, and no number at all.
        String typed = wrong(IDA, 2);
        rows(typed, SyntheticCpr.digits(BO));
        job.population = List.of("--population", population.toString(), "--undecided", "pass");
        assertThat(job.run(input, output)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out.csv.rejected.csv"))).contains("2,cpr_no_such_date");
        decide("same:2");

        assertThat(runDecided()).as(job.shown).isZero();

        assertThat(Files.readAllLines(output)).contains("0;" + job.pseudonym(IDA) + ";;");
        decide("other");
        assertThat(runDecided()).isEqualTo(1);
        assertThat(Files.readAllLines(output)).hasSize(3);
    }

    @Test
    void aReplacementNumberLeadsToWhoHasTheSameBirthDateAndASimilarName() throws Exception {
        // Day 62 instead of 2, another serial: far from Åse's number.
        String replacement = "62" + SyntheticCpr.digits(BO + 2_688 * 1_234).substring(2);
        Files.writeString(
                input,
                "cpr;efternavn;fornavn;dato\n" + replacement + ";Kjaer Moeller;Aase;2051-02-02\n"
                        + SyntheticCpr.digits(STRANGER) + ";Kjær Møller;Åse;03-02-2051\n"
                        + SyntheticCpr.digits(STRANGER + 1) + ";Petersen;Valdemar;02.02.2051\n");
        List<String> named = List.of(
                "--population",
                population.toString(),
                "--name",
                "fornavn",
                "--name",
                "efternavn",
                "--birth-date",
                "dato",
                "--population-name",
                "navn",
                "--population-birth-date",
                "født");
        job.population = named;

        assertThat(job.run(input, output)).as(job.shown).isEqualTo(1);

        assertThat(list()).hasSize(2);
        assertThat(list().get(1)).startsWith("2;1;3;same_birth_date_similar_name;100;;");
        assertThat(Files.readString(worklist())).doesNotContainIgnoringCase("moeller", "Møller", "aase");
        decide("same:3");
        assertThat(runDecided()).as(job.shown).isZero();
        assertThat(Files.readAllLines(output).get(1)).startsWith(job.pseudonym(BO) + ";");

        Files.delete(output);
        job.population = List.of("--population", population.toString(), "--name", "fornavn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job.run(input, output))
                .withMessageContaining("go together");
        job.population = List.of("--population", population.toString(), "--name", "fornavn", "--birth-date", "dato");
        assertThat(refused()).isEqualTo("column_missing");
    }

    private String refused() {
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> job.run(input, output));
        assertThat(refused).isNotNull();
        return refused.code();
    }

    private String refusedDecided() {
        InputRefused refused = catchThrowableOfType(InputRefused.class, this::runDecided);
        assertThat(refused).isNotNull();
        assertThat(output).doesNotExist();
        return refused.code();
    }

    @Test
    void aWorklistOfOtherFilesIsRefused() throws Exception {
        rows(wrong(IDA, 8));
        job.run(input, output);
        decide("same:2");

        rows(wrong(IDA, 8), SyntheticCpr.digits(BO));
        assertThat(refusedDecided()).isEqualTo("worklist_other");
        rows(wrong(IDA, 8));
        Files.writeString(population, Files.readString(population) + SyntheticCpr.digits(STRANGER) + ";X;2050-01-01\n");
        assertThat(refusedDecided()).isEqualTo("worklist_other");
    }

    @ParameterizedTest
    @CsvSource({"same:3,worklist_unclear", "same,worklist_unclear", "ja,worklist_unclear", "same:2x,worklist_unclear"})
    void aDecisionNamesTheLineItIsAbout(String decision, String code) throws Exception {
        rows(wrong(IDA, 8));
        job.run(input, output);
        decide(decision);

        assertThat(refusedDecided()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2;1;3;one_digit;;same:3;", "9;1;2;one_digit;;same:2;", "0;1;2;one_digit;;;", "x"})
    void aLineThatIsNoneOfThoseWrittenIsRefused(String line) throws Exception {
        rows(wrong(IDA, 8));
        job.run(input, output);
        decide("");
        String binding = list().get(1).replaceAll(".*;", "");
        Files.writeString(
                folder.resolve("decided.csv"), String.join(";", Worklist.HEADER) + "\n" + line + binding + "\n");

        assertThat(refusedDecided()).isEqualTo("worklist_other");
    }

    @Test
    void ofTwoWhoMayBeMeantOneIsNamed() throws Exception {
        // One digit from Ida's number, and one from another's.
        String between = wrong(IDA, 8);
        char last = (char) ('0' + (between.charAt(9) - '0' + 1) % 10);
        Files.writeString(
                population, "cpr\n" + SyntheticCpr.digits(IDA) + "\n" + between.substring(0, 9) + last + "\n");
        rows(between);
        job.run(input, output);
        assertThat(list()).hasSize(3);

        decide("same:2", "same:3");
        assertThat(refusedDecided()).isEqualTo("worklist_unclear");
        decide("other", "");
        assertThat(runDecided()).as("one of the two is still possible").isEqualTo(1);
        decide("other", "same:3");
        assertThat(runDecided()).as(job.shown).isZero();
        assertThat(Files.readString(output)).doesNotContain(job.pseudonym(IDA), pseudonym(between));
    }

    @Test
    void whatASpreadsheetMakesOfItIsRead() throws Exception {
        rows(wrong(IDA, 8));
        job.run(input, output);
        decide("SAME:2");
        String saved = Files.readString(folder.resolve("decided.csv"))
                .replace(";", "\",\"")
                .replaceAll("(?m)^(.+?)\r?$", "\"$1\"")
                .replace("\n", "\r\n");
        Files.writeString(folder.resolve("decided.csv"), "\uFEFF" + saved + "\r\n");

        assertThat(runDecided()).as(job.shown).isZero();
        assertThat(Files.readString(output)).contains(job.pseudonym(IDA));
    }

    @Test
    void aWorklistWithAnswersIsNeverOverwritten() throws Exception {
        rows(wrong(IDA, 8));
        job.run(input, output);
        Files.delete(output);
        job.run(input, output);
        Files.delete(output);
        assertThat(list()).as("the same again is no matter").hasSize(2);

        decide("same:2");
        Files.move(folder.resolve("decided.csv"), worklist(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(refused()).isEqualTo("worklist_exists");
        assertThat(list().get(1)).contains("same:2");
    }

    @Test
    void theNumberThatWasTypedMustBeNowhereElse() throws Exception {
        String typed = wrong(IDA, 8);
        Files.writeString(input, "cpr;note\n" + typed + ";se " + typed + "\n" + SyntheticCpr.digits(BO) + ";\n");
        assertThat(job.run(input, output)).isEqualTo(1);
        decide("same:2");

        assertThat(runDecided()).isEqualTo(1);
        assertThat(job.shown).contains("CPR-numre i en anden kolonne", "note").doesNotContain(typed);
        assertThat(output).doesNotExist();
    }

    @Test
    void whenEverybodyWaitsNothingIsReleasedAndTheWorklistIsNamed() throws Exception {
        Files.writeString(input, "cpr\n" + wrong(IDA, 8) + "\n");
        assertThat(refused()).isEqualTo("all_undecided");
        assertThat(output).doesNotExist();
        assertThat(list()).hasSize(2);
        decide("same:2");
        assertThat(runDecided()).as(job.shown).isZero();
    }

    @Test
    void optionsThatNeedAPopulationSaySo() throws Exception {
        rows(SyntheticCpr.digits(IDA));
        job.population = List.of("--worklist", "list.csv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job.run(input, output))
                .withMessageContaining("--population");
    }

    @Test
    void readsNdjsonAsWell() throws Exception {
        input = Files.writeString(
                folder.resolve("in.ndjson"),
                "{\"cpr\":\"" + wrong(IDA, 8)
                        + "\",\"navn\":\"Hansen, Ida\",\"født\":\"2050-01-01\",\"x\":[1]}\n{\"cpr\":\""
                        + SyntheticCpr.digits(BO) + "\"}\n");
        job.population = List.of("--population", population.toString(), "--name", "navn", "--birth-date", "født");
        job.run(input, output);
        assertThat(list().get(1)).startsWith("1;1;2;one_digit;100;;");
        decide("same:2");
        assertThat(runDecided()).as(job.shown).isZero();
        assertThat(Files.readString(output)).contains("\"pseudonym\":\"" + job.pseudonym(IDA) + "\"");
    }

    @Test
    void nearIsOneDigitOrTwoNeighboursAndNothingElse() {
        CprNumber own = SyntheticCpr.number(IDA);
        NumberSet numbers = new NumberSet();
        for (int day = 0; day < 28; day++) {
            for (int serial = 0; serial < 4_000; serial++) {
                numbers.add(SyntheticCpr.number(day + serial * 2_688));
            }
        }
        List<Digits.Near> near = Digits.of(own).near(numbers);

        assertThat(near).hasSizeLessThanOrEqualTo(99);
        assertThat(near).allSatisfy(each -> {
            byte[] one = own.input();
            byte[] other = each.number().input();
            int differing = 0;
            for (int i = 0; i < one.length; i++) {
                differing += one[i] == other[i] ? 0 : 1;
            }
            assertThat(differing).isEqualTo(each.reason() == Reason.ONE_DIGIT ? 1 : 2);
        });
        // Days 02 to 09, 11 and 21; serials x000, 5x00, 50x0, 500x from 5000 to 8999; 10 and 0510 change places.
        assertThat(near.stream().filter(each -> each.reason() == Reason.ONE_DIGIT))
                .hasSize(10 + 3 + 27);
        assertThat(near.stream().filter(each -> each.reason() == Reason.TRANSPOSED))
                .hasSize(1);
        assertThat(Digits.of(own)).hasToString("Digits[hidden]");
    }

    @ParameterizedTest
    @CsvSource({
        "Åse Kjær-Møller,AASE KJAER MOELLER,100",
        "'Hansen, Ida',Ida Hansen,100",
        "Zoë Müller,Zoe Muller,100",
        "Mohamed Ali,Mohammed Ali,90",
        "Kristine Sørensen,Christine Sørensen,90"
    })
    void spellingsOfOneNameAreSimilar(String one, String other, int least) {
        assertThat(Names.similarity(Names.plain(one), Names.plain(other))).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"Ida Hansen,Bo Nielsen", "Ida Hansen,Emil Hansen", "Anna Holm,Peter Holm", "'',Ida", "123,456"})
    void otherNamesAreNot(String one, String other) {
        assertThat(Names.similarity(Names.plain(one), Names.plain(other))).isLessThan(Names.SIMILAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2050-02-03,2050-02-03",
        "03-02-2050,2050-02-03",
        "3/2/2050,2050-02-03",
        "03.02.2050,2050-02-03",
        "2050-02-03T00:00,2050-02-03",
        "03-02-50,",
        "31-02-2050,",
        "i går,"
    })
    void birthDatesAreReadWhenTheyAreUnmistakable(String text, String day) {
        assertThat(Names.date(text).map(Object::toString).orElse(null)).isEqualTo(day);
    }
}
