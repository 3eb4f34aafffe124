package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SynthesiseCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @Test
    void writesTheYearsBeforeIntoAHistory() {
        assertThat(synthesise("--children", "300", "--years", "3")).isZero();

        for (String folder : new String[] {".", "history/2025-11-01", "history/2024-11-01"}) {
            assertThat(directory.resolve(folder)).isDirectoryContaining("glob:**population.json");
            assertThat(directory.resolve(folder).resolve("truth.csv")).isNotEmptyFile();
            assertThat(directory.resolve(folder).resolve("999/school.ndjson")).isNotEmptyFile();
        }
        assertThat(output.toString())
                .contains("Opnået mod mål", "Achieved v target", "Kendt svar", "Known answers", "2024-11-01");
    }

    @Test
    void withSmallCellsFourSmallMunicipalitiesAreAdded() {
        assertThat(synthesise("--children", "300", "--faults", "small-cells", "--format", "csv"))
                .isZero();

        for (String code : new String[] {"999", "825", "563", "741", "492"}) {
            assertThat(directory.resolve(code).resolve("benefits.csv")).isNotEmptyFile();
        }
    }

    @Test
    void aPublishedYearIsMadeAsOfItsEndBesideWhatWasPublished() {
        assertThat(synthesise("--children", "2000", "--published-year", "2019", "--years", "2"))
                .isZero();

        assertThat(directory.resolve("population.json"))
                .content()
                .contains("\"published_year\" : 2019", "\"y2019_by_N01\"");
        assertThat(directory.resolve("history/2019-01-01/population.json"))
                .content()
                .contains("\"y2018_times_6+\"");
        assertThat(output.toString())
                .contains("2020-01-01", "2019: underretninger pr. barn i landet", "2018: børn med 6+");
    }

    @Test
    void aYearBeforeThePublishedOnesAndAnAsOfDayBesideAPublishedYearAreRefused() {
        assertThat(synthesise("--published-year", "2019", "--years", "3")).isEqualTo(2);
        assertThat(errors.toString()).contains("synthetic_year_not_published");
        assertThat(synthesise("--published-year", "2019", "--as-of", "2020-01-01"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("ikke begge", "not both");
    }

    @ParameterizedTest
    @CsvSource({
        "--years, 0, synthetic_years_out_of_range, 1 til 10",
        "--years, 11, synthetic_years_out_of_range, 1 to 10",
        "--faults, nonsense, synthetic_unknown_fault, synthesise --help",
        "--municipalities, 411, synthetic_unknown_municipality, 98",
        "--municipalities, 999:x, synthetic_children_out_of_range, 9.999.999",
        "--children, -1, synthetic_children_out_of_range, 9.999.999",
        "--seed, 1000000000, synthetic_seed_out_of_range, CPR",
        "--as-of, 1999-12-31, synthetic_date_out_of_range, 2000",
        "--scope-days, 0, synthetic_scope_days_out_of_range, 366",
        "--published-year, 2017, synthetic_year_not_published, 2018 to 2022",
        "--threads, 0, --threads, 1 til 256",
        "--format, xml, --format, ndjson",
        "--as-of, yesterday, --as-of, yesterday"
    })
    void aBadOptionIsAnsweredWithWhatToDo(String option, String value, String code, String advice) {
        assertThat(synthesise(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(code, advice);
    }

    private int synthesise(String... arguments) {
        CommandLine line = new CommandLine(new SynthesiseCommand());
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(output, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "--out";
        all[1] = directory.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return line.execute(all);
    }
}
