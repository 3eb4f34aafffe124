package dk.rettidig.cli;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.Evaluation;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.Training;
import dk.rettidig.modelling.TrainingSettings;
import dk.rettidig.modelling.UnsignedRelease;
import dk.rettidig.scoring.ModelDigest;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
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
            "Træner en model på syntetiske børn, prøver den og skriver en underskrevet udgivelse.",
            "Trains a model on synthetic children, evaluates it and writes a signed release.",
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
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Release key; made when it isn't there.")
    @SuppressWarnings("NullAway.Init") // required
    private Path key;

    @Option(names = "--out", defaultValue = "models", paramLabel = "DIR", description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path out;

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter console = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try (SigningKey signer = KeyFile.signingKeyOrNew(key, new SecureRandom())) {
            TrainingSettings read = TrainingSettings.read(settings).dated(System.getenv("SOURCE_DATE_EPOCH"));
            UnsignedRelease release =
                    new Training(read, Policies.load(PolicySetReader.shipped()).indicators()).run();
            Path folder = release.write(out, signer);
            report(console, release, folder, signer);
            return 0;
        } catch (ModellingFault fault) {
            errors.printf("%s %s%n", fault.errorCode().code(), fault.details());
            errors.println(fault.errorCode().danish());
            errors.println(fault.errorCode().english());
            return 1;
        } catch (SealException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private static void report(PrintWriter out, UnsignedRelease release, Path folder, SigningKey signer) {
        Evaluation evaluation = release.evaluation();
        out.printf(Locale.ROOT, "%s -> %s%n", release.ref(), folder);
        out.printf(
                Locale.ROOT,
                "AUC                 %.4f (%.4f-%.4f)%n",
                evaluation.overall().auc().value(),
                evaluation.overall().auc().low(),
                evaluation.overall().auc().high());
        out.printf(
                Locale.ROOT,
                "Brier               %.4f%n",
                evaluation.overall().brier().value());
        out.printf(
                Locale.ROOT,
                "Kalibreringsfejl    %.4f (%s)%n",
                evaluation.overall().calibrationError().value(),
                release.manifest().calibration().method());
        out.printf(Locale.ROOT, "Børn i prøvedata    %d, hyppighed %.4f%n", evaluation.rows(), evaluation.baseRate());
        out.printf("%s  %s%n", ModelDigest.of(release.file(ReleasedModels.MODEL)), ReleasedModels.MODEL);
        out.printf("%s  %s%n", ModelDigest.of(release.file(ReleasedModels.MANIFEST)), ReleasedModels.MANIFEST);
        out.printf("Offentlig nøgle / public key  %s%n", signer.verifyingKey().text());
        out.flush();
    }
}
