package dk.rettidig.cli;

import dk.rettidig.synthetic.AchievedFigure;
import dk.rettidig.synthetic.PopulationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code synthesise} prints: achieved against target, Danish first. */
final class SynthesiseTable {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");

    private final PrintWriter printer;

    SynthesiseTable(PrintWriter printer) {
        this.printer = printer;
    }

    void print(PopulationReport report, Path out) {
        line("Syntetisk befolkning: ingen af børnene findes / Synthetic population: none of the children exists");
        line("  børn / children                        %,15d", report.children());
        line("  i omfang / in scope                    %,15d", report.inScope());
        line("  rækker / rows                          %,15d", report.rows());
        line("  om ufødte, uden række / about unborn   %,15d", report.unborn());
        line("");
        line("%-38s %-20s %8s %8s  %s", "Opnået mod mål", "Achieved v target", "mål", "opnået", "accept / accepted");
        report.figures().forEach(figure -> figure(figure, report.children()));
        line("");
        line("Skrevet til / written to %s: %d filer / files og / and population.json", out, report.files().size());
    }

    private void figure(AchievedFigure figure, long children) {
        String verdict = "";
        if (children >= AchievedFigure.ENOUGH_CHILDREN) {
            verdict = figure.within() ? "ok" : "udenfor / outside";
        }
        String achieved = Double.isNaN(figure.achieved()) ? "–" : String.format(DANISH, "%.4f", figure.achieved());
        line(
                "%-38s %-20s %8.4f %8s  %.4f–%.4f %s",
                figure.danish(),
                figure.english(),
                figure.target(),
                achieved,
                figure.least(),
                figure.most(),
                verdict);
    }

    private void line(String format, Object... values) {
        printer.println(String.format(DANISH, format, values).stripTrailing());
    }
}
