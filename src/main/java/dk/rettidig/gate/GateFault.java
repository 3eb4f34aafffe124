package dk.rettidig.gate;

import dk.rettidig.fault.Fault;
import dk.rettidig.law.PolicyProblem;
import java.util.List;
import java.util.Map;

/** The gate cannot do its work. Nothing that depends on it happens. */
public final class GateFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A fault with nothing to add. */
    public GateFault(GateErrorCode code) {
        super(code);
    }

    /** A set that cannot be enforced, with file and line of each problem. */
    public GateFault(List<PolicyProblem> problems) {
        super(
                GateErrorCode.POLICY_SET_UNENFORCEABLE,
                Map.of(
                        "problems",
                        problems.stream().map(PolicyProblem::toString).toList()));
    }

    /** Routes that do not say what they ask the gate for. */
    public static GateFault notGated(List<String> routes) {
        return new GateFault(GateErrorCode.ROUTE_NOT_GATED, Map.of("routes", List.copyOf(routes)));
    }

    private GateFault(GateErrorCode code, Map<String, Object> details) {
        super(code, details);
    }
}
