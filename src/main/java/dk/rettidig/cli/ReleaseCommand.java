package dk.rettidig.cli;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.modelling.Candidate;
import dk.rettidig.modelling.ModellingFault;
import dk.rettidig.modelling.evaluation.EvaluationFiles;
import dk.rettidig.modelling.release.GateReport;
import dk.rettidig.modelling.release.OrderedPairs;
import dk.rettidig.modelling.release.ReleaseGate;
import dk.rettidig.modelling.release.ReleaseSigner;
import dk.rettidig.modelling.rows.SettingsRows;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code release}: the release gate, and the signature when everything passes. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Prøver en kandidat mod hver grænse i release-limits.yaml og underskriver den kun, når alle holder.",
            "Tests a candidate against every limit of release-limits.yaml and signs it only when all hold.",
            "A failed gate names test, figure and limit and ends with exit code 1."
        })
final class ReleaseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(paramLabel = "CANDIDATE", description = "Folder that train wrote, e.g. candidates/scorecard/1.2.0.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Release key; made when it isn't there. Without: test only.")
    private @Nullable Path key;

    @Option(names = "--out", defaultValue = "models", paramLabel = "DIR", description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path out;

    @Option(names = "--json", description = "Print the gate's report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter console = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Candidate candidate = Candidate.read(folder);
            GateReport report = gate().check(candidate, step -> {
                if (!json) {
                    errors.println("... " + step);
                    errors.flush();
                }
            });
            if (json) {
                console.print(EvaluationFiles.json(report));
            } else {
                print(console, report);
            }
            if (report.passed() && key != null) {
                sign(key, candidate, report, errors);
            }
            console.flush();
            return report.passed() ? 0 : 1;
        } catch (ModellingFault fault) {
            ModellingFaults.tell(errors, fault);
            return 1;
        } catch (ModelIntegrityException | SealException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private static ReleaseGate gate() throws PolicySetException {
        PolicySet set = PolicySetReader.shipped();
        Policies policies = Policies.load(set);
        return new ReleaseGate(
                policies.releaseLimits(),
                set.digest().value(),
                OrderedPairs.shipped(),
                policies.indicators(),
                SettingsRows.under(policies, Clock.systemUTC()));
    }

    private void sign(Path keyFile, Candidate candidate, GateReport report, PrintWriter errors) throws SealException {
        try (SigningKey signer = KeyFile.signingKeyOrNew(keyFile, new SecureRandom())) {
            Path released = new ReleaseSigner(signer).release(candidate, report, out);
            errors.println(released);
            errors.println(
                    "Offentlig nøgle / public key  " + signer.verifyingKey().text());
        }
    }

    private static void print(PrintWriter console, GateReport report) {
        report.findings()
                .forEach(each -> console.printf(
                        Locale.ROOT,
                        "%-6s %-28s %10.4f  %s %s%s%n",
                        each.passed() ? "ok" : "FAILED",
                        each.id(),
                        each.figure(),
                        each.bound().equals("at_least") ? "at least" : "at most",
                        each.limit(),
                        each.detail().isEmpty() ? "" : "  (" + each.detail() + ")"));
        console.printf(
                "%s: %s%n",
                report.model(),
                report.passed() ? "bestået / passed" : "ikke bestået, ikke underskrevet / failed, not signed");
    }
}
