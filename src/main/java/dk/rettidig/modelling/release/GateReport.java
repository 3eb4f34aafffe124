package dk.rettidig.modelling.release;

import java.util.List;

/**
 * What the gate found.
 *
 * @param model the candidate, {@code name/version}
 * @param modelSha256 digest of its {@code model.pb}
 * @param limitsDigest of the policy set whose limits were held against it
 * @param passed whether every finding holds its limit
 */
public record GateReport(
        String model, String modelSha256, String limitsDigest, boolean passed, List<Finding> findings) {

    public GateReport {
        findings = List.copyOf(findings);
    }

    /**
     * A test.
     *
     * @param id of the limit
     * @param figure NaN where it could not be worked out, which never holds
     * @param bound {@code at_least} or {@code at_most}
     * @param detail where the figure comes from: a group, an input, a rule; empty when there is nothing to name
     */
    public record Finding(
            String id,
            String danish,
            String english,
            double figure,
            String bound,
            double limit,
            boolean passed,
            String detail) {}

    /** The findings that do not hold. */
    public List<Finding> failed() {
        return findings.stream().filter(each -> !each.passed()).toList();
    }
}
