package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.rettidig.testing.Browser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The report of an evaluation as a person opens it: a file, no network, every plot drawn. */
class EvaluationReportBrowserIT {

    private static final int ROWS = 1_200;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    @Test
    void everyPlotIsDrawnAndNothingGoesWrong() throws Exception {
        evaluate();
        List<String> wrong = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        try (Browser browser = Browser.open(directory.resolve("evaluation").toUri())) {
            Page page = browser.page();
            page.onConsoleMessage(message -> wrong.add(message.type() + ": " + message.text()));
            page.onPageError(wrong::add);
            page.onRequest(request -> asked.add(request.url()));

            browser.visit("/rows.html");

            assertThat(wrong).isEmpty();
            assertThat(asked).as("the file alone").hasSize(1);
            assertThat(browser.heading()).isNotBlank();
            assertPlot(page, "reliability", "observeret / observed", "beregnet / calculated");
            assertPlot(page, "yields", "præcision / precision", "genfinding / recall");
            assertPlot(page, "groups", "fejlmarkeringer / false positives", "oversete / false negatives");
            assertPlot(page, "distribution", "uden udfald / without", "med udfald / with");
            assertPlot(page, "benefit", "scoren / the score", "alle læses / everybody");
            assertThat(page.locator(".chart").count())
                    .as("no plot without a test")
                    .isEqualTo(5);
            browser.inspect("evaluation-report");
            assertThat(wrong).isEmpty();
        }
    }

    /** As many groups as there are municipalities, three of them too small, and one that is treated otherwise than the rest. */
    @Test
    void ninetyEightGroupsArePlottedAndTheTableIsFoldedAway() throws Exception {
        evaluate(CsvGroups.MUNICIPALITIES);
        try (Browser browser = Browser.open(directory.resolve("evaluation").toUri())) {
            Page page = browser.page();
            browser.visit("/rows.html");

            assertThat(page.locator("svg .within, svg .apart, svg .flat").count())
                    .as("95 groups, two figures")
                    .isEqualTo(190);
            assertThat(page.locator(".plot").first().innerText())
                    .contains("95 grupper med 95 %-intervaller", "◆", "M17: ", "omkring 2", "I 65 grupper");
            assertThat(page.locator(".apart title").allTextContents()).anyMatch(each -> each.startsWith("M17: "));
            assertThat(page.locator("details table").isVisible()).isFalse();
            assertThat(page.locator("#groups").count())
                    .as("no bars for so many")
                    .isZero();
            assertThat(page.locator("p.small").innerText())
                    .contains("3 grupper udeladt: for få rækker", "M95, M96, M97");

            page.locator("summary").click();
            assertThat(page.locator("details tbody tr").count()).isEqualTo(95);
            assertThat(page.locator("details tbody tr th").first().innerText())
                    .as("the largest first")
                    .isEqualTo("M0");
            assertThat(page.locator("main").innerHTML()).doesNotContain("NaN");
            browser.inspect("evaluation-report-98-groups");
        }
    }

    /** Which group a row is of, and so how the groups' sizes and fates differ. */
    private enum CsvGroups {
        TWO,
        MUNICIPALITIES;

        String of(int row) {
            if (this == TWO) {
                return row % 3 == 0 ? "a" : "b";
            }
            int last = ROWS * 5 - 9;
            return row >= last ? "M" + (95 + (row - last) / 3) : "M" + (row % 100 >= 95 ? 0 : row % 100);
        }

        int rows() {
            return this == TWO ? ROWS : ROWS * 5;
        }

        /** Scores are too high for one group: its false positives are many. */
        double score(double drawn, int row) {
            return this == MUNICIPALITIES && of(row).equals("M17") ? Math.min(1, drawn + 0.6) : drawn;
        }
    }

    /** Drawn: of a size that can be read, with its series' names, and lines or bars that have a place. */
    private static void assertPlot(Page page, String id, String... names) {
        Locator plot = page.locator("#" + id + " svg");
        assertThat(plot.count()).as(id).isEqualTo(1);
        assertThat(plot.boundingBox().width).as(id).isGreaterThan(300);
        assertThat(plot.boundingBox().height).as(id).isGreaterThan(200);
        assertThat(plot.locator("text").allTextContents()).as(id).contains(names);
        assertThat(plot.locator("path").count())
                .as("lines, bars and marks of " + id)
                .isGreaterThan(8);
        assertThat(plot.innerHTML()).as(id).doesNotContain("NaN", "undefined", "Infinity");
    }

    private void evaluate() throws Exception {
        evaluate(CsvGroups.TWO);
    }

    private void evaluate(CsvGroups groups) throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("score,label,group\n");
        for (int row = 0; row < groups.rows(); row++) {
            double drawn = random.nextDouble();
            csv.append(groups.score(drawn, row)).append(',').append(random.nextDouble() < drawn ? 1 : 0);
            csv.append(',').append(groups.of(row)).append('\n');
        }
        Path file = Files.writeString(directory.resolve("rows.csv"), csv);
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(errors, true))
                .execute(
                        "--csv=" + file,
                        "--label=label",
                        "--score=score",
                        "--group=group",
                        "--resamples=20",
                        "--out=" + directory.resolve("evaluation"));
        assertThat(code).as(errors.toString()).isZero();
    }
}
