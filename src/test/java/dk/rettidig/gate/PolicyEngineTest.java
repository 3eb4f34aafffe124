package dk.rettidig.gate;

import static dk.rettidig.gate.Ask.aDelivery;
import static dk.rettidig.gate.Ask.aRealRun;
import static dk.rettidig.gate.Ask.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped rules permit and refuse; each permit stands beside the refusals next to it. */
class PolicyEngineTest {

    private static final PolicyEngine WITH_VERIFIED = engine(RefusalRows.VERIFIED);

    private static PolicyEngine engine(String basis) {
        PolicySet set = Policy.extended(PolicySet.LEGAL_BASES, basis);
        return new PolicyEngine(Policy.load(set));
    }

    private static List<String> refusedBy(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Evaluation.Refused.class);
        return evaluation.rules();
    }

    @Nested
    class RoleActionPurpose {

        @ParameterizedTest
        @EnumSource(
                value = Action.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {
                    "DELIVER",
                    "START_RUN",
                    "OPEN_FLAG",
                    "READ_WEIGHTS",
                    "EVALUATE_MODEL",
                    "EVALUATE_PSEUDONYMS",
                    "REQUEST_REIDENTIFICATION",
                    "ISSUE_TICKET",
                    "CONVERT_PSEUDONYMS",
                    "DELIVER_CONVERSION"
                })
        void permitsExactlyTheMatrix(Action action) {
            Map<ActorKind, String> permitted = new TreeMap<>();

            for (ActorKind kind : ActorKind.values()) {
                Set<String> purposes = new TreeSet<>();
                for (Purpose purpose : Purpose.values()) {
                    if (Ask.plain(kind, action, purpose).ofShipped() instanceof Evaluation.Permitted) {
                        purposes.add(purpose.id());
                    }
                }
                if (!purposes.isEmpty()) {
                    permitted.put(kind, String.join(" ", purposes));
                }
            }

            assertThat(permitted).isEqualTo(RoleMatrix.of(action));
        }

        @ParameterizedTest
        @MethodSource("dk.rettidig.gate.RoleMatrix#processing")
        void processingIsForOneRoleAndPurposeOnly(Expectation expected) {
            assertThat(expected.metBy(Policy.shipped())).as(expected.toString()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(ActorKind.class)
        void onlyARegistryAsksForPseudonymsAndInItsOwnDomainsOnly(ActorKind kind) {
            for (Action action : RoleMatrix.PSEUDONYMS) {
                Ask own = RoleMatrix.ownDomain(kind, action, Purpose.CHILD_SUPPORT);
                boolean registry = kind == ActorKind.REGISTRY;
                assertThat(own.ofShipped() instanceof Evaluation.Permitted).isEqualTo(registry);
                assertThat(refusedBy(own.with("domain_of", "other").ofShipped()))
                        .contains("pseudonym_domain_of_another");
                assertThat(refusedBy(own.purpose(Purpose.ADMINISTRATION).ofShipped()))
                        .containsAnyOf("default_deny", "dpo_has_no_switch");
            }
        }

        @ParameterizedTest
        @EnumSource(ActorKind.class)
        void nobodyDoesAnythingInAnotherMunicipality(ActorKind kind) {
            for (Action action : Action.values()) {
                for (Purpose purpose : Purpose.values()) {
                    Ask asked = aDelivery()
                            .by(kind)
                            .action(action)
                            .purpose(purpose)
                            .with("model", "m")
                            .with("pseudonym_domain", "101.child_support.1")
                            .with("to_domain", "101.child_support.2")
                            .with("conversion", "rotation")
                            .about("101");
                    if (Ask.isMunicipal(kind)) {
                        assertThat(refusedBy(asked.ofShipped())).contains("other_municipality");
                    }
                }
            }
        }

        @Test
        void aRefusalForWantOfARuleSaysWhoCould() {
            Evaluation.Refused refused =
                    (Evaluation.Refused) Ask.plain(ActorKind.CITIZENS_ADVISER, Action.READ_LEDGER, Purpose.SUPERVISION)
                            .ofShipped();

            assertThat(refused.rules()).containsExactly("default_deny");
            assertThat(refused.reasons().getFirst().english())
                    .contains("citizens' adviser", "read_ledger", "data protection officer");
            assertThat(refused.reasons().getFirst().danish()).contains("databeskyttelsesrådgiver (DPO) (tilsyn");
        }

        @Test
        void theDpoHasNoSwitch() {
            for (Action action : List.of(
                    Action.START_RUN,
                    Action.APPROVE_FEED,
                    Action.APPROVE_REGISTRY_KEY,
                    Action.RECORD_OUTCOME,
                    Action.DELIVER,
                    Action.ERASE,
                    Action.SIGN_BASIS)) {
                assertThat(refusedBy(aRun().by(ActorKind.DATA_PROTECTION_OFFICER)
                                .action(action)
                                .with("feed", "f")
                                .ofShipped()))
                        .contains("dpo_has_no_switch");
            }
        }

        @ParameterizedTest
        @CsvSource({"approve_feed, self, false", "approve_feed, other, true", "approve_registry_key, self, false"})
        void whoeverProposesCannotApprove(String action, String proposer, boolean permitted) {
            Action approve = Arrays.stream(Action.values())
                    .filter(each -> each.id().equals(action))
                    .findFirst()
                    .orElseThrow();

            Evaluation evaluation = Ask.plain(ActorKind.DATA_TEAM_PERSON, approve, Purpose.ADMINISTRATION)
                    .with("proposed_by", proposer)
                    .ofShipped();

            assertThat(evaluation instanceof Evaluation.Permitted).isEqualTo(permitted);
        }
    }

    @Nested
    class Deliveries {

        @Test
        void permitsADemoDeliveryAndNamesRuleAndBasis() {
            assertThat(aDelivery().ofShipped())
                    .isEqualTo(new Evaluation.Permitted(
                            Policy.shipped().policies().digest(),
                            List.of("registry_delivers"),
                            Optional.of(new BasisId("lb.demo.notified"))));
        }

        @ParameterizedTest
        @MethodSource("dk.rettidig.gate.RefusalRows#ofDeliveriesAndRuns")
        void refusesWithTheRulesName(Expectation expected) {
            Evaluation evaluation = expected.asked().ofShipped();

            assertThat(refusedBy(evaluation)).contains(expected.refusedBy());
            assertThat(((Evaluation.Refused) evaluation).reasons()).allSatisfy(reason -> {
                assertThat(reason.danish()).isNotBlank();
                assertThat(reason.english()).isNotBlank();
                assertThat(reason.citation()).isNotBlank();
            });
        }

        @Test
        void aRefusedIndicatorIsNamedWithItsOwnCitation() {
            Evaluation.Refused refused = (Evaluation.Refused)
                    aDelivery().indicators("CHILD_DENT_NS", "SCH_ABS_UNL").ofShipped();

            assertThat(refused.reasons().getFirst().rule()).isEqualTo("indicator_blocked");
            assertThat(refused.reasons().getFirst().danish())
                    .contains("CHILD_DENT_NS")
                    .doesNotContain("SCH_ABS_UNL");
            assertThat(refused.reasons().getFirst().citation())
                    .contains("300 points")
                    .contains("DBL");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"police", "benefit_control", "school", "other_municipality", "caseworker ", "Caseworker"})
        void resultsGoToCaseworkersOnly(String recipient) {
            assertThat(refusedBy(aRun().with("recipient", recipient).ofShipped()))
                    .containsExactly("output_elsewhere");
            assertThat(aRun().with("recipient", "caseworker").ofShipped()).isInstanceOf(Evaluation.Permitted.class);
        }
    }

    @Nested
    class Runs {

        @Test
        void permitsADemoRun() {
            assertThat(aRun().ofShipped().rules()).containsExactly("team_leader_starts_run");
        }

        @Test
        void permitsAPopulationRunOnSyntheticDataOnly() {
            Ask population = aRun().basis("lb.demo.population").scope(ScopeKind.POPULATION);

            assertThat(population.ofShipped()).isInstanceOf(Evaluation.Permitted.class);
            assertThat(refusedBy(population.synthetic(false).ofShipped())).contains("population_outside_demo");
        }

        @ParameterizedTest
        @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "DEMO")
        void refusesPopulationScopeOutsideDemoWithItsCitation(Phase phase) {
            for (String basis : List.of("lb.population", "lb.ministerial", "lb.ai-bill-2026", "lb.demo.population")) {
                Evaluation.Refused refused = (Evaluation.Refused) aRun().in("101")
                        .synthetic(false)
                        .phase(phase)
                        .scope(ScopeKind.POPULATION)
                        .basis(basis)
                        .signature(aRealRun().signature())
                        .of(WITH_VERIFIED);
                assertThat(refused.reasons().getFirst().rule()).isEqualTo("population_outside_demo");
                assertThat(refused.reasons().getFirst().citation())
                        .contains("no Danish statute found as of November 2026");
            }
        }

        @ParameterizedTest
        @CsvSource({"gladsaxe-points", "gladsaxe-points-2018", "x/gladsaxe"})
        void refusesThePointsListInEveryPhase(String model) {
            for (Phase phase : Phase.values()) {
                assertThat(refusedBy(aRun().phase(phase).with("model", model).ofShipped()))
                        .contains("gladsaxe_points");
            }
            Ask evaluation = Ask.plain(ActorKind.MODEL_OWNER, Action.EVALUATE_MODEL, Purpose.MODEL_DEVELOPMENT)
                    .with("model", model);
            assertThat(evaluation.synthetic(true).ofShipped()).isInstanceOf(Evaluation.Permitted.class);
            assertThat(refusedBy(evaluation.ofShipped())).contains("gladsaxe_points");
        }
    }

    @Nested
    class RealPeople {

        @Test
        void theShippedSetRefusesRealDataUnderEveryBasisAndPhaseHoweverWellSigned() {
            for (var basis : Policy.shipped().policies().bases().all()) {
                for (Phase phase : Phase.values()) {
                    for (ScopeKind scope : ScopeKind.values()) {
                        Evaluation evaluation = aRealRun()
                                .basis(basis.id().value())
                                .phase(phase)
                                .scope(scope)
                                .ofShipped();
                        assertThat(evaluation).isInstanceOf(Evaluation.Refused.class);
                    }
                }
            }
        }

        @ParameterizedTest
        @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "DEMO")
        void permitsWhatAVerifiedBasisAndACompleteSignatureCarry(Phase phase) {
            assertThat(aRealRun().phase(phase).of(WITH_VERIFIED)).isInstanceOf(Evaluation.Permitted.class);
        }

        @ParameterizedTest
        @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "DEMO")
        void refusesWithoutSignature(Phase phase) {
            assertThat(refusedBy(
                            aRealRun().phase(phase).signature(Optional.empty()).of(WITH_VERIFIED)))
                    .containsExactly("signature_missing");
        }

        @ParameterizedTest
        @CsvSource({"false,true,true,true", "true,false,true,true", "true,true,false,true", "true,true,true,false"})
        void refusesASignatureThatNamesNotAllDocuments(boolean dpia, boolean fria, boolean notices, boolean eu) {
            Question.Signature signature = new Question.Signature(Ask.NOW.minusSeconds(1), dpia, fria, notices, eu);

            assertThat(refusedBy(aRealRun().signature(Optional.of(signature)).of(WITH_VERIFIED)))
                    .containsExactly("signature_incomplete");
        }

        @ParameterizedTest
        @CsvSource({
            "2025-11-22T12:00:00Z, true", // twelve months to the moment
            "2025-11-22T12:00:00.001Z, false",
            "2026-11-22T12:00:00Z, false", // now
            "2026-11-22T12:00:00.001Z, true" // the future
        })
        void aSignatureLapsesAfterTwelveMonths(String signedAt, boolean refused) {
            Question.Signature signature = new Question.Signature(Instant.parse(signedAt), true, true, true, true);

            Evaluation evaluation = aRealRun().signature(Optional.of(signature)).of(WITH_VERIFIED);

            assertThat(evaluation.rules()).containsExactly(refused ? "signature_lapsed" : "team_leader_starts_run");
        }

        @ParameterizedTest
        @CsvSource({
            "2025-12-31T22:59:59.999Z, true",
            "2025-12-31T23:00:00Z, false", // midnight in Denmark
            "2026-12-31T22:59:59.999Z, false",
            "2026-12-31T23:00:00Z, true"
        })
        void aBasisHoldsFromItsFirstToItsLastDayInDenmark(String now, boolean refused) {
            Question.Signature signature =
                    new Question.Signature(Instant.parse(now).minusSeconds(1), true, true, true, true);

            Evaluation evaluation =
                    aRealRun().now(now).signature(Optional.of(signature)).of(WITH_VERIFIED);

            assertThat(evaluation.rules()).containsExactly(refused ? "basis_not_in_force" : "team_leader_starts_run");
        }

        @Test
        void anUnverifiedOrWeaklyRememberedBasisOnlyRestricts() {
            PolicyEngine unverified = engine(RefusalRows.VERIFIED.replaceAll("(?m)^ *verified_.*\n", ""));
            PolicyEngine weak = engine(RefusalRows.VERIFIED.replace("confidence: read", "confidence: memory-low"));

            assertThat(refusedBy(aRealRun().of(unverified))).containsExactly("basis_not_verified");
            assertThat(refusedBy(aRealRun().of(weak))).containsExactly("basis_not_verified");
        }

        @Test
        void theSyntheticMarkDoesNotReplaceASignatureInARealMunicipality() {
            assertThat(refusedBy(aRealRun()
                            .synthetic(true)
                            .signature(Optional.empty())
                            .of(WITH_VERIFIED)))
                    .contains("synthetic_is_999_only");
        }

        @Test
        void aBasisOfOneMunicipalityDoesNotHoldInAnother() {
            assertThat(refusedBy(aRealRun().in("147").of(WITH_VERIFIED))).containsExactly("basis_other_municipality");
        }
    }
}
