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
        printer.printf(
                DANISH,
                "Syntetisk befolkning: ingen af børnene findes / Synthetic population: none of the children exists%n");
        printer.printf(DANISH, "  børn / children                        %,15d%n", report.children());
        printer.printf(DANISH, "  i omfang / in scope                    %,15d%n", report.inScope());
        printer.printf(DANISH, "  rækker / rows                          %,15d%n", report.rows());
        printer.printf(DANISH, "  om ufødte, uden række / about unborn   %,15d%n", report.unborn());
        printer.println();
        printer.printf(
                DANISH,
                "%-38s %-20s %8s %8s  %s%n",
                "Opnået mod mål",
                "Achieved v target",
                "mål",
                "opnået",
                "accept / accepted");
        report.figures().forEach(figure -> figure(figure, report.children()));
        printer.println();
        printer.printf(
                DANISH,
                "Skrevet til / written to %s: %d filer / files og / and population.json%n",
                out,
                report.files().size());
    }

    private void figure(AchievedFigure figure, long children) {
        String verdict = "";
        if (children >= AchievedFigure.ENOUGH_CHILDREN) {
            verdict = figure.within() ? "ok" : "udenfor / outside";
        }
        String achieved = Double.isNaN(figure.achieved()) ? "–" : String.format(DANISH, "%.4f", figure.achieved());
        printer.printf(
                DANISH,
                "%-38s %-20s %8.4f %8s  %.4f–%.4f %s%n",
                figure.danish(),
                figure.english(),
                figure.target(),
                achieved,
                figure.least(),
                figure.most(),
                verdict);
    }
}
