package dk.rettidig.gate;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import dk.rettidig.access.Action;
import dk.rettidig.gate.Decision.Reason;
import dk.rettidig.law.PolicyDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts questions to the rules of one policy set. Pure: nothing is recorded, and the same question always gets the same
 * answer. In Cedar a {@code forbid} that fails to evaluate is skipped, so here an error of any rule makes the question
 * undecidable (ADR 0021). Safe for use by many threads.
 */
public final class PolicyEngine {

    /** Longest value of an attribute, in characters: attributes are words and ids, and every decision is recorded. */
    static final int LONGEST_ATTRIBUTE = 400;

    /** Sets that Cedar keeps parsed: some twenty for each policy set, and a replay may load hundreds of those. */
    private static final int CACHED_SETS = 20_000;

    private static final BasicAuthorizationEngine CEDAR = engine();

    private final Policies policies;
    private final Map<Action, RulesAbout> rules;
    private final Explanation explanation;

    /** An engine for the set. */
    public PolicyEngine(Policies policies) {
        this.policies = policies;
        this.rules = byAction(policies);
        this.explanation = new Explanation(policies);
    }

    /**
     * The rules whose head can match each action. A rule about other actions would not be evaluated anyway, so the answer
     * is the same and comes sooner.
     */
    private static Map<Action, RulesAbout> byAction(Policies policies) {
        Map<List<Rule>, RulesAbout> shared = new HashMap<>();
        Map<Action, RulesAbout> rules = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            rules.put(action, shared.computeIfAbsent(policies.about(action), RulesAbout::new));
        }
        return rules;
    }

    /** The set whose rules are asked. */
    public Policies policies() {
        return policies;
    }

    /** What the rules say. */
    public Evaluation evaluate(Question question) {
        List<Reason> unasked = unaskable(question);
        if (!unasked.isEmpty()) {
            return new Evaluation.Undecidable(digest(), unasked);
        }
        CedarQuestion asked = new CedarQuestion(policies, question);
        try {
            return answer(
                    question,
                    asked,
                    CEDAR.isAuthorized(asked.request(), rulesAbout(question.action()), asked.entities()));
        } catch (AuthException | RuntimeException failure) {
            return failed();
        }
    }

    private PolicySet rulesAbout(Action action) {
        return Objects.requireNonNull(rules.get(action)).cedar();
    }

    private Evaluation answer(Question question, CedarQuestion asked, AuthorizationResponse response) {
        Optional<AuthorizationSuccessResponse> success = response.success;
        if (success.isEmpty()) {
            return failed();
        }
        if (!success.get().getErrors().isEmpty()) {
            return new Evaluation.Undecidable(
                    digest(),
                    success.get().getErrors().stream()
                            .map(error -> explanation.erroneous(error.getPolicyId()))
                            .distinct()
                            .toList());
        }
        Set<String> determining = success.get().getReason();
        if (success.get().isAllowed()) {
            return new Evaluation.Permitted(digest(), explanation.inOrder(determining), question.basis());
        }
        return new Evaluation.Refused(digest(), explanation.refusal(question, asked, determining));
    }

    private static BasicAuthorizationEngine engine() {
        BasicAuthorizationEngine engine = new BasicAuthorizationEngine(); // loads the native library
        PolicySet.setCacheMaxPolicySets(CACHED_SETS);
        return engine;
    }

    private Evaluation failed() {
        return new Evaluation.Undecidable(digest(), List.of(Explanation.notEvaluated()));
    }

    private List<Reason> unaskable(Question question) {
        Vocabulary vocabulary = policies.vocabulary();
        List<Reason> reasons = new ArrayList<>();
        for (String name : vocabulary.required().getOrDefault(question.action().id(), Set.of())) {
            if (question.attributes().getOrDefault(name, "").isBlank()) {
                reasons.add(Explanation.attributeMissing(name));
            }
        }
        question.attributes().forEach((name, value) -> {
            if (!vocabulary.attributes().contains(name)) {
                reasons.add(Explanation.attributeUnknown(name));
            } else if (value.length() > LONGEST_ATTRIBUTE) {
                reasons.add(Explanation.attributeTooLong(name));
            }
        });
        return reasons;
    }

    private PolicyDigest digest() {
        return policies.digest();
    }

    /**
     * Validated rules, given to Cedar to keep at the first question that needs them: all of them at once would take a tenth
     * of a second of each start. A set that Cedar does not keep makes its questions undecidable.
     */
    private static final class RulesAbout {

        private final List<Rule> rules;
        private volatile @Nullable PolicySet kept;

        RulesAbout(List<Rule> rules) {
            this.rules = rules;
        }

        PolicySet cedar() {
            PolicySet ready = kept;
            return ready == null ? keep() : ready;
        }

        private synchronized PolicySet keep() {
            PolicySet ready = kept;
            if (ready == null) {
                ready = RuleReader.cedar(rules);
                try {
                    ready.cache();
                } catch (CacheException notCached) {
                    throw new IllegalStateException("the rules were validated and cannot be cached", notCached);
                }
                kept = ready;
            }
            return ready;
        }
    }
}
