package dk.rettidig.law;

import java.util.List;
import java.util.stream.Collectors;

/** A policy set cannot be enforced; the service must not start with it. */
public final class PolicySetException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    /** For these problems, of which there is at least one. */
    public PolicySetException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of files and lines as found. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
