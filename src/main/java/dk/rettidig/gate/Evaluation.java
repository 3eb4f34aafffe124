package dk.rettidig.gate;

import dk.rettidig.gate.Decision.Reason;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.PolicyDigest;
import java.util.List;
import java.util.Optional;

/** What the rules say about a question, before anything is recorded. */
public sealed interface Evaluation {

    /** The set that was asked. */
    PolicyDigest policy();

    /** The rules that decided, in the order of the file. */
    List<String> rules();

    /** The word that entries use: {@code permitted}, {@code refused} or {@code undecidable}. */
    String outcome();

    /**
     * Permitted by the rule set, which does not make it lawful.
     *
     * @param rules ids of the rules that permitted
     */
    record Permitted(PolicyDigest policy, List<String> rules, Optional<BasisId> basis) implements Evaluation {
        @Override
        public String outcome() {
            return "permitted";
        }
    }

    /** Refused by rules, or for want of one that permits ({@code default_deny}). */
    record Refused(PolicyDigest policy, List<Reason> reasons) implements Evaluation {
        @Override
        public List<String> rules() {
            return reasons.stream().map(Reason::rule).toList();
        }

        @Override
        public String outcome() {
            return "refused";
        }
    }

    /** Could not be decided: a rule failed to evaluate, or the request lacks what the schema requires. */
    record Undecidable(PolicyDigest policy, List<Reason> reasons) implements Evaluation {
        @Override
        public List<String> rules() {
            return reasons.stream().map(Reason::rule).toList();
        }

        @Override
        public String outcome() {
            return "undecidable";
        }
    }
}
