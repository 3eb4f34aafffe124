package dk.rettidig.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Action;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.DataCategory;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicyProblem;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped set can be enforced and says what it must; a broken one is refused with file, line and what to do. */
class PoliciesTest {

    private final Policies shipped = Policy.shipped().policies();

    @Test
    void shipsAtLeastThirtyIndicatorsOfWhichTwelveCanFeedAModel() {
        List<Indicator> all = shipped.indicators().all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(30);
        assertThat(all.stream().filter(Indicator::mayBeInput)).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void noSensitiveIndicatorCanEverBeSwitchedOn() {
        assertThat(shipped.indicators().all())
                .filteredOn(indicator ->
                        indicator.category() == DataCategory.SPECIAL || indicator.category() == DataCategory.CRIMINAL)
                .isNotEmpty()
                .allMatch(indicator -> indicator.availability() == Availability.BLOCKED
                        || indicator.availability() == Availability.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "PAR_PSYCH, BLOCKED", "PAR_SUBST, BLOCKED", "PAR_CRIM, BLOCKED", "CHILD_DENT_NS, BLOCKED",
        "CHILD_HV_NS, BLOCKED", "CHILD_CHARGE, BLOCKED", "PAR_APART, DISABLED", "MOTHER_YOUNG, DISABLED",
        "PAR_EDU, DISABLED", "ETHNICITY, FORBIDDEN", "RELIGION, FORBIDDEN", "NATIONALITY, FORBIDDEN",
        "HOME_LANGUAGE, FORBIDDEN", "RES_AREA, FORBIDDEN", "ADDRESS, FORBIDDEN", "NOTIF_CAUSE, FORBIDDEN",
        "SCH_ABS_UNL, OPEN", "NOTIF_PRIOR, OPEN", "SCOPE_NOTIFIED, OPEN", "ASSESSMENT_CONCLUDED, OPEN",
        "NOTIFICATION_RECEIVED, OPEN"
    })
    void shipsWhatTheDesignSays(String id, Availability availability) {
        assertThat(shipped.indicators().find(new IndicatorId(id)).orElseThrow().availability())
                .isEqualTo(availability);
    }

    @Test
    void codesOfIndicatorsAreTheOnesThatWereEverShipped() {
        Map<String, Integer> codes = shipped.indicators().all().stream()
                .collect(Collectors.toMap(indicator -> indicator.id().value(), indicator -> (int) indicator.code()));

        // A code is how observations are stored: these never change.
        assertThat(codes)
                .containsAllEntriesOf(Map.of(
                        "NOTIF_PRIOR",
                        101,
                        "NOTIF_SINCE",
                        102,
                        "NOTIF_GROUP",
                        103,
                        "SIB_NOTIF",
                        105,
                        "SCH_ABS_UNL",
                        201,
                        "PAR_BENEFIT",
                        301,
                        "RES_MOVES",
                        401,
                        "SUP_RUNNING",
                        501,
                        "AGE_BAND",
                        503,
                        "SCOPE_NOTIFIED",
                        901));
    }

    @Test
    void nothingShippedCanSwitchRealDataOn() {
        assertThat(shipped.bases().all())
                .filteredOn(basis -> !basis.syntheticOnly())
                .isNotEmpty()
                .allMatch(basis -> basis.verification().isEmpty());
        assertThat(shipped.bases().all())
                .filteredOn(LegalBasis::syntheticOnly)
                .allMatch(basis -> basis.phases().equals(Set.of(Phase.DEMO))
                        && basis.municipalities().equals(Set.of("999")));
    }

    @Test
    void retentionIsWhatTheDesignSays() {
        assertThat(shipped.retention().keep("observation_after_scope")).isEqualTo(Duration.ofHours(72));
        assertThat(shipped.retention().keep("flag_unopened")).isEqualTo(Duration.ofDays(30));
        assertThat(shipped.retention().keep("ledger_identity")).isEqualTo(Duration.ofDays(365));
        assertThat(shipped.retention().keep("delivery_body")).isEqualTo(Duration.ZERO);
    }

    @Test
    void knowsTheMunicipalitiesAndTheDeadlines() {
        assertThat(shipped.codes().municipalities()).hasSize(99);
        assertThat(shipped.codes().municipality("411")).isEmpty();
        assertThat(shipped.codes().notificationCodes()).hasSize(32);
        assertThat(shipped.deadlines().find("notif.assess").orElseThrow().amount())
                .isEqualTo(24);
        assertThat(shipped.releaseLimits().all()).isNotEmpty();
    }

    @Test
    void theSchemaKnowsEveryActionTheServiceAsksFor() {
        assertThat(shipped.vocabulary().required().keySet())
                .containsAll(
                        java.util.Arrays.stream(Action.values()).map(Action::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // file | text | replaced by | the line of this text | found
                "indicators.yaml | unit: count | unit: pieces | unit: pieces | \"unit\" is \"pieces\"",
                "indicators.yaml | code: 102 | code: 101 | code: 101⏎    danish: \"Dage | belongs to NOTIF_PRIOR",
                "indicators.yaml | code: 102 | code: \"102\" | code: \"102\" | \"code\" is a text",
                "indicators.yaml | code: 102 | code: 40000 | code: 40000 | out of bounds",
                "indicators.yaml | id: NOTIF_SINCE | id: NOTIF_PRIOR | id: NOTIF_PRIOR⏎    code: 102 | stands there already",
                "indicators.yaml | id: NOTIF_SINCE | id: notif | id: notif | is no id",
                "indicators.yaml | maximum: 6570 | maximum: -1 | minimum: 0⏎    maximum: -1 | above the maximum",
                "indicators.yaml | maximum: 6570 | maximum: .nan | maximum: .nan | \"maximum\"",
                "indicators.yaml | maximum: 6570 | maximun: 6570 | maximun: 6570 | means nothing here",
                "indicators.yaml | availability: blocked | availability: open | availability: open⏎    freshness_days: 120⏎    source_kinds: [school]⏎    citation: \"GDPR art. 9, | art. 9 or 10 are open",
                "legal-bases.yaml | phases: [demo] | phases: [trial] | phases: [trial] | is no phase",
                "legal-bases.yaml | enabled: true | enabled: yes | enabled: yes | \"enabled\" is a text",
                "legal-bases.yaml | [NOTIF_PRIOR, NOTIF_SINCE, NOTIF_GROUP | [NOTIF_PRIOR, NOTIF_SINC, NOTIF_GROUP | indicators: [NOTIF_PRIOR, NOTIF_SINC, | no indicator \"NOTIF_SINC\"",
                "legal-bases.yaml | [NOTIF_PRIOR, NOTIF_SINCE, NOTIF_GROUP | [NOTIF_PRIOR, PAR_PSYCH, NOTIF_GROUP | indicators: [NOTIF_PRIOR, PAR_PSYCH, | PAR_PSYCH is blocked",
                "legal-bases.yaml | in_force_from: 2026-01-01 | in_force_from: 2026-13-01 | in_force_from: 2026-13-01 | is no date",
                "legal-bases.yaml | id: lb.demo.population | id: lb.demo.notified | id: lb.demo.notified⏎    danish: \"Kap | stands there already",
                "legal-bases.yaml | municipalities: [\"999\"] | municipalities: [999] | municipalities: [999] | holds a whole number",
                "legal-bases.yaml | signature_months: 12 | signature_months: 120 | signature_months: 120 | out of bounds",
                "legal-bases.yaml | confidence: proposal | confidence: sure | confidence: sure | is \"sure\"",
                "legal-bases.yaml | confidence: proposal | verified_by: \"A\" | verified_by: \"A\" | belong together",
                "retention.yaml | {class: flag_unopened, days: 30 | {class: flag_unopened, days: 30, hours: 1 | class: flag_unopened | 2 lengths of time",
                "retention.yaml | class: flag_unopened | class: flag_concluded | class: flag_concluded, days: 30, after: \"the case | stands there already",
                "deadlines.yaml | hours: 24, | | id: notif.assess | 0 lengths of time",
                "case-rules.yaml | on: [CASE_AWARE] | on: [CASE_AWAKE] | id: screening.decided | CASE_AWAKE is no open event",
                "case-rules.yaml | on: [CASE_AWARE] | on: [SCH_ABS_UNL] | id: screening.decided | SCH_ABS_UNL is no open event",
                "case-rules.yaml | on: [CASE_SCREENING=3] | on: [CASE_SCREENING=4] | id: assessment.four_months | CASE_SCREENING=4 is no open event",
                "case-rules.yaml | on: [CASE_SCREENING=3] | on: [CASE_SCREENING=x] | on: [CASE_SCREENING=x] | names no event",
                "case-rules.yaml | deadline: bfu.finish | deadline: bfu.finnish | id: assessment.four_months | no deadline in days",
                "case-rules.yaml | deadline: bfu.finish | deadline: notif.assess | id: assessment.four_months | no deadline in days",
                "case-rules.yaml | deadline: bfu.finish | deadlines: bfu.finish | deadlines: bfu.finish | means nothing here",
                "case-rules.yaml | id: screening.decided | id: Screening | id: Screening | is no id",
                "case-rules.yaml | id: assessment.completed | id: assessment.four_months | id: assessment.four_months⏎    version: 1⏎    danish: \"En foreløbig | stands there already",
                "case-rules.yaml | severity: grave | severity: worst | severity: worst | \"severity\" is \"worst\"",
                "case-rules.yaml | demand: repeated | demand: always | demand: always | \"demand\" is \"always\"",
                "case-rules.yaml | running: [CASE_MEASURE_STARTED | running: [CASE_PLAN | running: [CASE_PLAN | CASE_PLAN starts no period",
                "release-limits.yaml | at_least: 0.70 | at_least: 0.70, at_most: 1 | id: auc | no limit, or two",
                "monitoring-limits.yaml | at_most: 0.3, | at_most: 0.3, at_least: 0.1, | id: abstention_share | no limit, or two",
                "monitoring-limits.yaml | id: stale_share | id: stale_shares | monitoring_limits: | no limit for [stale_share]",
                "monitoring-limits.yaml | reviewers: 5 | reviewers: 4 | reviewers: 4 | out of bounds",
                "monitoring-limits.yaml | margin: 0.2 | margin: 2 | margin: 2 | out of bounds",
                "supervision-rules.yaml | id: plan_in_time | id: plan | id: plan⏎    version: 1⏎    group: plan⏎    danish: \"Er barnets plan lavet | stands there already",
                "supervision-rules.yaml | id: youth_plan | id: Youth | id: Youth | is no id",
                "supervision-rules.yaml | group: follow_up | group: later | group: later | there is no group",
                "supervision-rules.yaml | share: 0.1 | share: 1 | share: 1 | out of bounds",
                "guideline-points.yaml | id: duty_to_notify | id: early_signs | id: early_signs⏎        danish: \"Underretnings | stands there already",
                "guideline-points.yaml | id: receipt | id: notification | id: notification⏎    danish: \"Modtagelse | stands there already",
                "guideline-points.yaml | id: siblings | id: Siblings | id: Siblings | is no id",
                "guideline-points.yaml | months: 12 | months: 0 | self_check: {months: 0 | out of bounds",
                "guideline-points.yaml | source_confidence: memory-low | source_confidence: sure | source_confidence: sure | \"source_confidence\" is \"sure\"",
                "guideline-points.yaml | source: \"KL 2012\" | source: \"\" | source: \"\" | is blank",
                "codes/municipalities.csv | 147,Frederiksberg | 101,Frederiksberg | 101,Frederiksberg | stands there already",
                "codes/municipalities.csv | 101,København,Region Hovedstaden,read | 101,København,Region Hovedstaden | 101,København | not CSV",
                "gate.cedar | @id(\"indicator_blocked\") | | @danish(\"Oplysninger om helbred | the rule has no @id",
                "gate.cedar | @citation(\"DBL § 10\") | | @id(\"research_data\") | the rule has no @citation",
                "gate.cedar | @id(\"indicator_blocked\") | @id(\"indicator_forbidden\") | @id(\"indicator_forbidden\")⏎@danish(\"Oplysninger om helbred | stands in line",
                "gate.cedar | when { context has indicators_blocked } | when { context has indicators_blocked. } | when { context has indicators_blocked. } | syntax",
                "gate.cedar | { context.indicators.isEmpty() | { context.indicator.isEmpty() | { context.indicator. | not found",
                "gate.cedar | Role::\"scheduler\", Role::\"authority\" | Role::\"sheduler\", Role::\"authority\" | principal in [Role::\"operator\", Role::\"sheduler\" | sheduler",
                "gate.cedar | Action::\"start_run\" | Action::\"start_rum\" | Action::\"start_rum\" | start_rum",
                "gate.cedarschema | purpose: String | purpose: Strinx | purpose: Strinx | Strinx",
                "gate.cedarschema | record_outcome, | record_outcom, | action | action record_outcome is missing",
                "gate.cedarschema | @requires(\"feed\") | @requires(\"feet\") | @requires(\"feet | which Attributes does not have"
            })
    void refusesWithFileAndLine(String file, String what, String by, String at, String found) {
        // Given
        PolicySet broken = Policy.changed(file, what, by == null ? "" : by);
        String place = at.replace('⏎', '\n');

        // When
        List<PolicyProblem> problems = Policy.problems(broken);

        // Then
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.todo()).isNotBlank();
        });
        if (found != null) {
            int line = Policy.lineOf(broken, file, place);
            assertThat(problems)
                    .as(problems.toString())
                    .anyMatch(
                            problem -> problem.line() == line && problem.found().contains(found));
        }
    }

    @Test
    void oneReadingFindsTheProblemsOfAllFiles() {
        PolicySet broken = Policy.changed("indicators.yaml", "unit: count", "unit: pieces")
                .with(PolicyFile.of("retention.yaml", "retention: 7\n"))
                .with(PolicyFile.of("gate.cedar", "permit(principal, action, resource);\n"));

        assertThat(Policy.problems(broken).stream().map(PolicyProblem::file).distinct())
                .containsExactlyInAnyOrder("indicators.yaml", "retention.yaml", "gate.cedar");
    }

    @Test
    void aSetWithoutRulesOrWithoutAFileIsRefused() {
        PolicySet empty = PolicySetReader.shipped().with(PolicyFile.of("gate.cedar", "// nothing\n"));
        PolicySet missing = PolicySet.of(PolicySetReader.shipped().files().stream()
                .filter(file -> !file.path().equals("retention.yaml"))
                .toList());

        assertThat(Policy.problems(empty))
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo("no rule"));
        assertThat(Policy.problems(missing)).isNotEmpty();
    }

    @Test
    void aBlockedIndicatorStaysRefusedWhenARulesetPermitsEverything() {
        PolicySet generous = Policy.extended(PolicySet.RULES, """

                @id("anything")
                @danish("alt")
                @english("everything")
                @citation("none")
                permit (principal, action, resource);
                """);

        Evaluation evaluation =
                Ask.aDelivery().indicators("PAR_PSYCH").sources("health").of(new PolicyEngine(Policy.load(generous)));

        assertThat(evaluation.rules()).contains("indicator_blocked");
    }
}
