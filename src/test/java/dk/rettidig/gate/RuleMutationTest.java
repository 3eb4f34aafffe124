package dk.rettidig.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.gate.RuleMutants.Mutant;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whoever loosens a rule is found out: the rows written by hand fail for every single step. */
class RuleMutationTest {

    private static final Logger LOG = Logger.getLogger(RuleMutationTest.class);

    private static final PolicySet SET = Policy.extended(PolicySet.LEGAL_BASES, RefusalRows.WITH_LESSER);
    private static final List<Rule> RULES = Policy.load(SET).rules();
    private static final Map<String, Set<String>> GROUPS =
            Policy.load(SET).vocabulary().groups();
    private static final List<Expectation> ROWS = Stream.of(
                    RefusalRows.ofDeliveriesAndRuns(),
                    RefusalRows.ofOtherMatters(),
                    RefusalRows.ofReidentifications(),
                    RefusalRows.ofErasures(),
                    RefusalRows.ofCases(),
                    RefusalRows.ofRealPeople(),
                    RoleMatrix.processing(),
                    RoleMatrix.pseudonyms(),
                    RoleMatrix.cells())
            .flatMap(rows -> rows)
            .toList();

    /**
     * Permits that forbids stand before as well: loosening one changes no answer as long as those hold, so it is tried
     * without them. By how the mutant's name begins.
     */
    private static final Map<String, Set<String>> LOCKS = Map.ofEntries(
            Map.entry(
                    "registry_delivers: without condition 1",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "team_leader_starts_run: without condition 1",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry("caseworker_reviews: any principal", Set.of("only_the_caseworker_reviews")),
            Map.entry("caseworker_asks_for_reidentification: any principal", Set.of("only_the_caseworker_reviews")),
            Map.entry(
                    "scheduler_checks_cases: without condition 1",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "team_leader_exports_case_findings: without condition 1",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "vault_redeems: without condition 1", Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "team_leader_has_frame_made: without condition 1",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "drawn_cases_are_opened: only the left of &&",
                    Set.of("purpose_other_than_support", "basis_other_purpose")),
            Map.entry(
                    "children_of_one_household_are_seen_together: only the left of &&",
                    Set.of("purpose_other_than_support", "basis_other_purpose")));

    @Test
    void theRowsAreTrueOfTheRulesAsTheyAre() {
        PolicyEngine engine = new PolicyEngine(Policy.load(SET));

        assertThat(ROWS).allMatch(row -> row.metBy(engine));
    }

    @Test
    void everyRuleLoosenedByOneStepIsNoticed() {
        List<Mutant> mutants =
                RULES.stream().flatMap(rule -> RuleMutants.of(rule).stream()).toList();

        List<Mutant> unnoticed =
                mutants.parallelStream().filter(mutant -> !noticed(mutant)).toList();

        Set<String> rules =
                mutants.stream().map(mutant -> mutant.rule().id()).collect(Collectors.toCollection(TreeSet::new));
        LOG.infof("%d rules loosened in %d ways, %d unnoticed", rules.size(), mutants.size(), unnoticed.size());
        assertThat(rules).hasSameSizeAs(RULES);
        assertThat(unnoticed).isEmpty();
    }

    private static boolean noticed(Mutant mutant) {
        Set<String> locks = LOCKS.entrySet().stream()
                .filter(lock -> mutant.toString().startsWith(lock.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
        Rule rule = mutant.rule();
        try {
            PolicyEngine engine = new PolicyEngine(Policies.load(with(mutant.source(), rule, locks)));
            Optional<PolicyEngine> before = locks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PolicyEngine(Policies.load(with(rule.source(), rule, locks))));
            return ROWS.stream()
                    .filter(row -> about(rule, mutant.change().equals("any action"), row))
                    .sorted(Comparator.comparingInt(row -> order(rule, row)))
                    .anyMatch(
                            row -> !row.metBy(engine) && before.map(row::metBy).orElse(true));
        } catch (PolicySetException refused) {
            return true; // the check of the set refuses it: it would never come into force
        }
    }

    /** Rows that are likeliest to notice come first: one is enough. */
    private static int order(Rule rule, Expectation row) {
        return row.refusedBy().equals(rule.id()) ? 0 : row.permitted() ? 2 : 1;
    }

    private static boolean about(Rule rule, boolean anyAction, Expectation row) {
        String action = row.asked().action().id();
        return !rule.permits() || anyAction || rule.about(action, GROUPS.getOrDefault(action, Set.of()));
    }

    private static PolicySet with(String source, Rule changed, Set<String> without) {
        String text = RULES.stream()
                .filter(rule -> !without.contains(rule.id()))
                .map(rule -> rule.equals(changed) ? source : rule.source())
                .collect(Collectors.joining("\n\n"));
        return SET.with(PolicyFile.of(PolicySet.RULES, text));
    }
}
