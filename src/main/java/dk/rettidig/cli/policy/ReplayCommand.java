package dk.rettidig.cli.policy;

import dk.rettidig.gate.Evaluation;
import dk.rettidig.gate.Policies;
import dk.rettidig.gate.PolicyEngine;
import dk.rettidig.gate.RecordedDecision;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy replay ENTRIES}: decides recorded requests again under the set of their day. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Decides recorded requests again under the policy set of their day and compares.",
            "Exit code 1 when an answer differs, a set is missing, or nothing was found to replay."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(paramLabel = "ENTRIES", description = "An entry as JSON, a file of them, or a ledger export directory.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path entries;

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "A set's directory, or one with a directory for each digest; the shipped set when absent.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "One JSON object a decision.")
    private boolean json;

    private final Map<PolicyDigest, Optional<PolicyEngine>> engines = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.exists(entries)) {
            throw new ParameterException(spec.commandLine(), entries + " does not exist.");
        }
        List<RecordedDecision> decisions = EntryFiles.decisions(entries);
        int same = 0;
        for (RecordedDecision decision : decisions) {
            same += replay(out, decision) ? 1 : 0;
        }
        out.printf(
                "%d afgørelser, %d ens. / %d decisions, %d the same.%n",
                decisions.size(), same, decisions.size(), same);
        return !decisions.isEmpty() && same == decisions.size() ? 0 : 1;
    }

    private boolean replay(PrintWriter out, RecordedDecision decision) {
        Optional<PolicyEngine> engine = engines.computeIfAbsent(decision.policy(), this::engine);
        if (engine.isEmpty()) {
            out.printf(
                    "regelsæt %s findes ikke her / policy set %s is not here: name it with --policies%n",
                    decision.policy(), decision.policy().brief());
            return false;
        }
        Evaluation now = engine.get().evaluate(decision.question());
        boolean same = decision.sameAs(now);
        if (json) {
            out.println(Json.write(Map.of(
                    "same", same,
                    "policy", decision.policy().value(),
                    "recorded", decision.outcome(),
                    "recorded_rules", decision.rules(),
                    "replayed", now.outcome(),
                    "replayed_rules", now.rules())));
        } else if (!same) {
            out.printf(
                    "FORSKEL / DIFFERENT: %s: %s %s -> %s %s%n",
                    decision.question().action().id(),
                    decision.outcome(),
                    decision.rules(),
                    now.outcome(),
                    now.rules());
        }
        return same;
    }

    private Optional<PolicyEngine> engine(PolicyDigest digest) {
        try {
            PolicySet set = set(digest);
            return set.digest().equals(digest) ? Optional.of(new PolicyEngine(Policies.load(set))) : Optional.empty();
        } catch (PolicySetException unenforceable) {
            unenforceable.problems().forEach(spec.commandLine().getErr()::println);
            return Optional.empty();
        }
    }

    private PolicySet set(PolicyDigest digest) throws PolicySetException {
        if (directory == null) {
            return PolicySetReader.shipped();
        }
        Path own = directory.resolve(digest.value());
        return PolicySetReader.read(Files.isDirectory(own) ? own : directory);
    }
}
