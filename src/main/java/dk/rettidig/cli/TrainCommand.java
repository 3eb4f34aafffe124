package dk.rettidig.cli;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.UnsignedRelease;
import dk.rettidig.modelling.evaluation.EvaluationReport;
import dk.rettidig.modelling.evaluation.Figure;
import dk.rettidig.modelling.evaluation.Interval;
import dk.rettidig.modelling.rows.SettingsRows;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ReleasedModels;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: a release from settings; refused targets and indicators end with exit code 1. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Træner en model på de rækker, indstillingerne nævner (syntetiske børn eller mapper med pseudonymiserede rækker),",
            "prøver den og skriver en kandidat, som release kan frigive.",
            "Trains a model on the rows that its settings name (synthetic children, or folders of pseudonymised rows),",
            "evaluates it and writes a candidate, which release can release.",
            "The same settings give the same bytes."
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(paramLabel = "SETTINGS", description = "Settings file, for instance models/settings/scorecard.yaml.")
    @SuppressWarnings("NullAway.Init") // required
    private Path settings;

    @Option(
            names = "--out",
            defaultValue = "candidates",
            paramLabel = "DIR",
            description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path out;

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter console = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            TrainingSettings read = TrainingSettings.read(settings).dated(System.getenv("SOURCE_DATE_EPOCH"));
            Policies policies = Policies.load(PolicySetReader.shipped());
            UnsignedRelease release =
                    new Training(read, policies.indicators(), SettingsRows.under(policies, Clock.systemUTC())).run();
            report(console, release, release.write(out));
            return 0;
        } catch (ModellingFault fault) {
            ModellingFaults.tell(errors, fault);
            return 1;
        }
    }

    private static void report(PrintWriter out, UnsignedRelease release, Path folder) {
        EvaluationReport evaluation = release.evaluation();
        out.printf(Locale.ROOT, "%s -> %s%n", release.ref(), folder);
        for (Figure figure : List.of(Figure.AUC, Figure.AVERAGE_PRECISION, Figure.BRIER, Figure.CALIBRATION_ERROR)) {
            Interval value = evaluation.comparisons().getFirst().figure(figure);
            out.printf(
                    Locale.ROOT, "%-28s %.4f (%.4f-%.4f)%n", figure.danish(), value.value(), value.low(), value.high());
        }
        out.printf(
                Locale.ROOT,
                "%-28s %d, %s %.4f, %s%n",
                "Børn i prøvedata",
                evaluation.rows(),
                "hyppighed",
                evaluation.baseRate(),
                release.manifest().calibration().method());
        out.printf("%s  %s%n", ModelDigest.of(release.file(ReleasedModels.MODEL)), ReleasedModels.MODEL);
        out.printf("%s  %s%n", ModelDigest.of(release.file(ReleasedModels.MANIFEST)), ReleasedModels.MANIFEST);
        out.println("Næste / next: ./rettidig release " + folder + " --key FILE");
        out.flush();
    }
}
