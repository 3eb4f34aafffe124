package dk.rettidig.cli.policy;

import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy check [DIR]}: whether a set can be enforced; else each problem with file, line and what to do. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks that a policy set can be enforced. Exit code 1 when not.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The set's directory; the shipped set when absent.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            PolicySet set = directory == null ? PolicySetReader.shipped() : PolicySetReader.read(directory);
            Policies policies = Policies.load(set);
            out.println(json ? Json.write(fine(policies)) : sentence(policies));
            return 0;
        } catch (PolicySetException unenforceable) {
            print(out, unenforceable.problems());
            return 1;
        }
    }

    private static String sentence(Policies policies) {
        return "Regelsæt %s kan håndhæves: %d indikatorer, %d hjemler, %d regler. / Policy set %s can be enforced."
                .formatted(
                        policies.digest(),
                        policies.indicators().all().size(),
                        policies.bases().all().size(),
                        policies.ruleCount(),
                        policies.digest().brief());
    }

    private static Map<String, Object> fine(Policies policies) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("enforceable", true);
        answer.put("digest", policies.digest().value());
        answer.put("indicators", policies.indicators().all().size());
        answer.put("legal_bases", policies.bases().all().size());
        answer.put("rules", policies.ruleCount());
        return answer;
    }

    private void print(PrintWriter out, List<PolicyProblem> problems) {
        if (json) {
            out.println(Json.write(Map.of(
                    "enforceable",
                    false,
                    "problems",
                    problems.stream()
                            .map(problem -> Map.of(
                                    "file", problem.file(),
                                    "line", problem.line(),
                                    "found", problem.found(),
                                    "todo", problem.todo()))
                            .toList())));
            return;
        }
        String place = directory == null ? "policies" : directory.toString();
        problems.forEach(problem -> out.println(place + "/" + problem));
        out.println(problems.size() + " problem(er); regelsættet kan ikke håndhæves. / The set cannot be enforced.");
    }
}
