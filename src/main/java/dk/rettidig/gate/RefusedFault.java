package dk.rettidig.gate;

import dk.rettidig.fault.ErrorCode;
import dk.rettidig.fault.Fault;
import dk.rettidig.law.PolicyDigest;
import java.util.List;
import java.util.Map;

/** The gate did not permit. Carries the rules, what would be needed and the provisions behind them. */
public final class RefusedFault extends Fault {

    private static final long serialVersionUID = 1L;

    /** A refusal for these reasons, the first of which gives the problem its words. */
    public RefusedFault(List<Decision.Reason> reasons, PolicyDigest policy) {
        super(new Code(reasons), Map.of("rules", describe(reasons), "policy", policy.value()));
    }

    private static List<Map<String, String>> describe(List<Decision.Reason> reasons) {
        return reasons.stream()
                .map(reason -> Map.of(
                        "rule", reason.rule(),
                        "danish", reason.danish(),
                        "english", reason.english(),
                        "citation", reason.citation()))
                .toList();
    }

    private record Code(List<Decision.Reason> reasons) implements ErrorCode {
        @Override
        public String code() {
            return "gate_refused";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public String danish() {
            return reasons.isEmpty()
                    ? "Afvist af regelsættet."
                    : reasons.getFirst().danish();
        }

        @Override
        public String english() {
            return reasons.isEmpty()
                    ? "Refused by the rule set."
                    : reasons.getFirst().english();
        }
    }
}
