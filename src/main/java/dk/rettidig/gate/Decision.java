package dk.rettidig.gate;

import dk.rettidig.law.BasisId;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.ledger.AppendId;
import java.util.List;
import java.util.Optional;

/** The gate's answer. A permit says that a rule set permits, never that something is lawful. */
public sealed interface Decision {

    /** The policy set that decided. */
    PolicyDigest policy();

    /** Where the decision is recorded; empty only for public actions, which are counted. */
    Optional<AppendId> entry();

    /**
     * Permitted by the rule set.
     *
     * @param rules ids of the rules that permitted
     * @param basis the legal basis it rests on, where the action needs one
     */
    record Permitted(PolicyDigest policy, List<String> rules, Optional<BasisId> basis, Optional<AppendId> entry)
            implements Decision {}

    /** Refused by at least one rule, or for want of a rule that permits ({@code default_deny}). */
    record Refused(PolicyDigest policy, List<Reason> reasons, Optional<AppendId> entry) implements Decision {}

    /** Could not be decided (an error in any rule, a missing attribute, a stale set). Counts as refused. */
    record Undecidable(PolicyDigest policy, List<Reason> reasons, Optional<AppendId> entry) implements Decision {}

    /**
     * Why something was refused.
     *
     * @param rule the rule's stable id in {@code policies/gate.cedar}
     * @param danish what would be needed, for people
     * @param citation the provision behind the rule
     */
    record Reason(String rule, String danish, String english, String citation) {}
}
