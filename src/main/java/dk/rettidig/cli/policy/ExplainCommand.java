package dk.rettidig.cli.policy;

import dk.rettidig.gate.Evaluation;
import dk.rettidig.gate.Policies;
import dk.rettidig.gate.PolicyEngine;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code policy explain}: would this be permitted, by which rule and basis, with citation. Records nothing. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a request would be permitted, and by which rule and legal basis.",
            "Exit code 0 when permitted, 1 when refused or undecidable.",
            "Example: policy explain --actor registry --at 999 --action deliver --purpose child_support "
                    + "--phase demo --basis lb.demo.notified --scope notified --indicators SCH_ABS_UNL "
                    + "--sources school --synthetic --attribute feed=school"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private QuestionOptions options;

    @Option(names = "--policies", paramLabel = "DIR", description = "The set's directory; the shipped set when absent.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            PolicySet set = directory == null ? PolicySetReader.shipped() : PolicySetReader.read(directory);
            Policies policies = Policies.load(set);
            Evaluation evaluation =
                    new PolicyEngine(policies).evaluate(options.question(spec.commandLine(), Clock.systemUTC()));
            out.println(json ? Json.write(Answer.json(evaluation)) : Answer.text(policies, evaluation));
            return evaluation instanceof Evaluation.Permitted ? 0 : 1;
        } catch (PolicySetException unenforceable) {
            unenforceable.problems().forEach(out::println);
            return 1;
        }
    }
}
