package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.IndicatorRegister;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.GuidelinePointRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.LegalBasisRegister;
import dk.rettidig.law.MonitoringLimitRegister;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.ReleaseLimitRegister;
import dk.rettidig.law.RetentionRegister;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.law.ThresholdRegister;
import dk.rettidig.law.TriageRegister;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy set that can be enforced: all its registers and rules, parsed and checked against each other. Immutable. */
public final class Policies {

    private final PolicySet set;
    private final IndicatorRegister indicators;
    private final LegalBasisRegister bases;
    private final RetentionRegister retention;
    private final DeadlineRegister deadlines;
    private final CaseRuleRegister caseRules;
    private final ReleaseLimitRegister releaseLimits;
    private final MonitoringLimitRegister monitoringLimits;
    private final ReviewRuleRegister reviewRules;
    private final ThresholdRegister thresholds;
    private final CodeRegister codes;
    private final TriageRegister triage;
    private final FollowUpRegister followUp;
    private final GuidelinePointRegister guidelinePoints;
    private final HandoverRegister handover;
    private final List<Rule> rules;
    private final Optional<Vocabulary> vocabulary;

    private Policies(PolicySet set, List<PolicyProblem> problems) {
        this.set = set;
        this.indicators = IndicatorReader.read(set, problems);
        this.bases = LegalBasisRegister.read(set, problems);
        this.retention = RetentionRegister.read(set, problems);
        this.deadlines = DeadlineRegister.read(set, problems);
        this.caseRules = CaseRuleRegister.read(set, problems);
        this.releaseLimits = ReleaseLimitRegister.read(set, problems);
        this.monitoringLimits = MonitoringLimitRegister.read(set, problems);
        this.reviewRules = ReviewRuleRegister.read(set, problems);
        this.thresholds = ThresholdRegister.read(set, problems);
        this.codes = CodeRegister.read(set, problems);
        this.triage = TriageRegister.read(set, codes, deadlines, problems);
        this.followUp = FollowUpRegister.read(set, codes, deadlines, problems);
        this.guidelinePoints = GuidelinePointRegister.read(set, problems);
        this.handover = HandoverRegister.read(set, codes, deadlines, problems);
        int before = problems.size();
        this.rules = RuleReader.read(set, problems);
        this.vocabulary = Vocabulary.read(set, problems);
        if (problems.size() == before) {
            vocabulary.ifPresent(words -> RuleReader.validate(rules, words.schema(), problems));
        }
        crossCheck(problems);
    }

    /**
     * Loads a set whole or not at all.
     *
     * @throws PolicySetException with everything that is wrong, each with file, line and what to do
     */
    public static Policies load(PolicySet set) throws PolicySetException {
        List<PolicyProblem> problems = new ArrayList<>();
        Policies policies = new Policies(set, problems);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(PolicyProblem::file).thenComparingInt(PolicyProblem::line));
            throw new PolicySetException(problems);
        }
        return policies;
    }

    private void crossCheck(List<PolicyProblem> problems) {
        if (problems.stream()
                .map(PolicyProblem::file)
                .anyMatch(Set.of(PolicySet.INDICATORS, PolicySet.MUNICIPALITIES)::contains)) {
            return; // half a catalogue would make each basis look wrong
        }
        CaseRuleCheck.check(caseRules, indicators, deadlines, problems);
        followUp.kinds().stream()
                .filter(kind -> indicators.find(new IndicatorId(kind)).isEmpty())
                .forEach(kind -> problems.add(new PolicyProblem(
                        PolicySet.FOLLOW_UP, 0, "there is no indicator \"" + kind + "\"", "correct it or define it")));
        Set<String> sources = indicators.all().stream()
                .flatMap(indicator -> indicator.sourceKinds().stream())
                .collect(Collectors.toSet());
        for (LegalBasis basis : bases.all()) {
            basis.indicators().stream().sorted().forEach(id -> checkIndicator(basis, id, problems));
            basis.sourceKinds().stream()
                    .filter(kind -> !sources.contains(kind))
                    .sorted()
                    .forEach(kind -> problem(
                            problems,
                            basis,
                            "no indicator comes from \"" + kind + "\"",
                            "correct the kind of source or remove it"));
            basis.municipalities().stream()
                    .filter(code -> codes.municipality(code).isEmpty())
                    .sorted()
                    .forEach(code -> problem(
                            problems, basis, "there is no municipality " + code, "correct the code or remove it"));
        }
    }

    private void checkIndicator(LegalBasis basis, String id, List<PolicyProblem> problems) {
        Optional<Indicator> indicator =
                IndicatorId.isValid(id) ? indicators.find(new IndicatorId(id)) : Optional.empty();
        if (indicator.isEmpty()) {
            problem(problems, basis, "there is no indicator \"" + id + "\"", "correct it or define it");
        } else if (indicator.get().availability() != Availability.OPEN) {
            problem(
                    problems,
                    basis,
                    id + " is " + indicator.get().availability().id() + " and the basis names it",
                    "remove it: no basis switches it on");
        }
    }

    private void problem(List<PolicyProblem> problems, LegalBasis basis, String found, String todo) {
        problems.add(new PolicyProblem(
                PolicySet.LEGAL_BASES, bases.indicatorsLine(basis.id()), basis.id() + ": " + found, todo));
    }

    /** The set as files. */
    public PolicySet set() {
        return set;
    }

    /** The digest that names the set. */
    public PolicyDigest digest() {
        return set.digest();
    }

    /** The catalogue of indicators. */
    public IndicatorCatalogue indicators() {
        return indicators;
    }

    /** The register of legal bases. */
    public LegalBasisRegister bases() {
        return bases;
    }

    /** How long each class of data lives. */
    public RetentionRegister retention() {
        return retention;
    }

    /** When a flag is raised, and how many. */
    public ThresholdRegister thresholds() {
        return thresholds;
    }

    /** Deadlines of the law. */
    public DeadlineRegister deadlines() {
        return deadlines;
    }

    /** What the record of a case must show. */
    public CaseRuleRegister caseRules() {
        return caseRules;
    }

    /** What a model must show before it goes live. */
    public ReleaseLimitRegister releaseLimits() {
        return releaseLimits;
    }

    /** When flagging pauses by itself. */
    public MonitoringLimitRegister monitoringLimits() {
        return monitoringLimits;
    }

    /** What reviewers ask of a case in legal supervision. */
    public ReviewRuleRegister reviewRules() {
        return reviewRules;
    }

    /** Code lists. */
    public CodeRegister codes() {
        return codes;
    }

    /** What a notification demands. */
    public TriageRegister triage() {
        return triage;
    }

    /** How children are handed over to another municipality. */
    public HandoverRegister handover() {
        return handover;
    }

    /** Who is followed up, and who is told. */
    public FollowUpRegister followUp() {
        return followUp;
    }

    /** What the municipality's guidelines must answer. */
    public GuidelinePointRegister guidelinePoints() {
        return guidelinePoints;
    }

    /** How many rules the gate has. */
    public int ruleCount() {
        return rules.size();
    }

    /** A rule in words. */
    public Optional<Decision.Reason> describe(String rule) {
        return rules.stream()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .map(each -> new Decision.Reason(each.id(), each.danish(), each.english(), each.citation()));
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules whose head can match the action, in the order of the file. */
    List<Rule> about(Action action) {
        Set<String> groups = vocabulary().groups().getOrDefault(action.id(), Set.of());
        return rules.stream().filter(rule -> rule.about(action.id(), groups)).toList();
    }

    Vocabulary vocabulary() {
        return vocabulary.orElseThrow(() -> new IllegalStateException("a loaded set has a schema"));
    }
}
