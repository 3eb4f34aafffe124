package dk.rettidig.cli;

import dk.rettidig.synthetic.AchievedFigure;
import dk.rettidig.synthetic.KnownAnswer;
import dk.rettidig.synthetic.PopulationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code synthesise} prints: achieved against target, Danish first. */
final class SynthesiseTable {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");

    private static final double NANOSECONDS = 1e9;

    private final PrintWriter printer;

    SynthesiseTable(PrintWriter printer) {
        this.printer = printer;
    }

    void print(PopulationReport report, Path out, long nanoseconds) {
        printer.printf(
                DANISH,
                "Syntetisk befolkning: ingen af børnene findes / Synthetic population: none of the children exists%n");
        printer.printf(DANISH, "  opgjort pr. / as of                    %15s%n", report.day());
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
                "%-38s %-20s %8s %8s  %s%n",
                "Kendt svar pr. plantet fejl",
                "Known answers",
                "svar",
                "fundet",
                "tolerance");
        report.answers().forEach(answer -> answer(answer, report.children()));
        printer.println();
        printer.printf(
                DANISH,
                "Skrevet til / written to %s: %d filer / files og / and population.json, %.1f s%n",
                out,
                report.files().size(),
                nanoseconds / NANOSECONDS);
    }

    private void answer(KnownAnswer answer, long children) {
        String verdict = "";
        if (children >= KnownAnswer.ENOUGH_CHILDREN) {
            verdict = answer.holds() ? "ok" : "udenfor / outside";
        }
        printer.printf(
                DANISH,
                "%-38s %-20s %8.4f %8s  ±%.4f %s%n",
                answer.danish(),
                answer.defect().id() + (answer.isPlanted() ? "" : " (–)"),
                answer.expected(),
                number(answer.found()),
                answer.tolerance(),
                verdict);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(DANISH, "%.4f", value) : "–";
    }

    private void figure(AchievedFigure figure, long children) {
        String verdict = "";
        if (children >= AchievedFigure.ENOUGH_CHILDREN) {
            verdict = figure.within() ? "ok" : "udenfor / outside";
        }
        printer.printf(
                DANISH,
                "%-38s %-20s %8.4f %8s  %.4f–%.4f %s%n",
                figure.danish(),
                figure.english(),
                figure.target(),
                number(figure.achieved()),
                figure.least(),
                figure.most(),
                verdict);
    }
}
