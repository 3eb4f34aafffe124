package dk.rettidig.gate;

import static dk.rettidig.gate.Ask.aDelivery;
import static dk.rettidig.gate.Ask.aRealRun;
import static dk.rettidig.gate.Ask.aRun;
import static dk.rettidig.gate.Expectation.permitted;
import static dk.rettidig.gate.Expectation.refused;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.law.Phase;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions that come close to a permit, each with the rule that refuses it. Written by hand. */
final class RefusalRows {

    /** A basis for operation as a municipality's lawyer might verify it; nothing like it is shipped. */
    static final String VERIFIED = """

              - id: lb.verified
                danish: "prøve"
                english: "test"
                citation: "a statute that does not exist"
                purpose: child_support
                phases: [operation, shadow, development]
                controller: "test"
                scope: notified
                maximum_days: 30
                municipalities: ["101"]
                indicators: [SCH_ABS_UNL]
                source_kinds: [school]
                synthetic_only: false
                enabled: true
                reason: ""
                in_force_from: 2026-01-01
                in_force_to: 2026-12-31
                confidence: read
                verified_by: "A. Lawyer"
                verified_on: 2026-11-01
            """;

    /** The same that nobody verified, and the same that rests on weak memory. */
    static final String WITH_LESSER = VERIFIED
            + VERIFIED.replace("lb.verified", "lb.unverified").replaceAll("(?m)^ *verified_.*\n", "")
            + VERIFIED.replace("lb.verified", "lb.weak").replace("confidence: read", "confidence: memory-low");

    private RefusalRows() {}

    /** Of the shipped set. */
    static Stream<Expectation> ofDeliveriesAndRuns() {
        return Stream.of(
                refused("indicator_blocked", aDelivery().indicators("PAR_PSYCH").sources("health")),
                refused("indicator_forbidden", aDelivery().indicators("ETHNICITY")),
                refused("indicator_forbidden", aDelivery().indicators("LANG_DELAY")),
                refused("indicator_forbidden", aDelivery().indicators("NOTIF_CAUSE")),
                refused("indicator_disabled", aDelivery().indicators("PAR_APART")),
                refused("indicator_unknown", aDelivery().indicators("SHOE_SIZE")),
                refused("indicator_not_covered", aDelivery().indicators("SHOE_SIZE")),
                refused("indicator_of_another_source", aDelivery().indicators("PAR_BENEFIT")),
                refused("source_not_covered", aDelivery().sources("health")),
                refused("nothing_to_deliver", aDelivery().indicators(new String[0])),
                refused("nothing_to_deliver", aDelivery().sources(new String[0])),
                refused("research_data", aDelivery().sources("school", "research")),
                refused("phase_missing", aDelivery().phase(Optional.empty())),
                refused("basis_missing", aDelivery().basis(Optional.empty())),
                refused("basis_unknown", aDelivery().basis("lb.invented")),
                refused("basis_not_enabled", aDelivery().basis("lb.case")),
                refused("basis_not_in_force", aDelivery().now("2025-12-31T12:00:00Z")),
                refused("basis_other_phase", aDelivery().phase(Phase.OPERATION)),
                refused("basis_other_scope", aDelivery().scope(ScopeKind.OPEN_CASE)),
                refused("basis_other_purpose", aDelivery().purpose(Purpose.SUPERVISION)),
                refused("basis_other_municipality", aDelivery().in("101")),
                refused("basis_synthetic_only", aDelivery().synthetic(false)),
                refused("demo_is_synthetic", aDelivery().synthetic(false)),
                refused("synthetic_is_999_only", aDelivery().in("101")),
                refused("synthetic_is_999_only", aDelivery().synthetic(false)),
                refused("purpose_other_than_support", aDelivery().purpose(Purpose.ADMINISTRATION)),
                refused("feed_of_another_registry", aDelivery().with("feed_of", "other")),
                refused("output_elsewhere", aDelivery().with("recipient", "police")),
                refused("default_deny", aDelivery().by(ActorKind.DATA_TEAM_PERSON)));
    }

    /** Of what is not a delivery, and of rules with several reasons: one row for each reason. */
    static Stream<Expectation> ofOtherMatters() {
        Ask approval = Ask.plain(ActorKind.DATA_TEAM_PERSON, Action.APPROVE_FEED, Purpose.ADMINISTRATION);
        Ask evaluation = Ask.plain(ActorKind.MODEL_OWNER, Action.EVALUATE_MODEL, Purpose.MODEL_DEVELOPMENT);
        Ask points = Ask.plain(ActorKind.REGISTRY, Action.EVALUATE_PSEUDONYMS, Purpose.CHILD_SUPPORT)
                .with("pseudonym_domain", "999.child_support.1");
        Ask conversion = RoleMatrix.ownDomain(ActorKind.REGISTRY, Action.DELIVER_CONVERSION, Purpose.CHILD_SUPPORT);
        Ask population = aRun().basis("lb.demo.population").scope(ScopeKind.POPULATION);
        Ask ofRealPeople = evaluation.with("model", "scorecard-1").in("101");
        return Stream.of(
                permitted(aDelivery()),
                permitted(aRun()),
                refused("research_data", aDelivery().sources("school", "statistics")),
                refused("demo_is_synthetic", aDelivery().in("101")),
                refused(
                        "only_the_caseworker_reviews",
                        Ask.plain(ActorKind.TEAM_LEADER, Action.SEAL_OWN_VIEW, Purpose.CHILD_SUPPORT)),
                refused("evaluation_of_real_people", ofRealPeople),
                refused("evaluation_of_real_people", ofRealPeople.phase(Phase.DEVELOPMENT)),
                refused(
                        "evaluation_of_real_people",
                        ofRealPeople.phase(Phase.OPERATION).basis("lb.notification")),
                permitted(aRun().with("recipient", "caseworker")),
                permitted(population),
                refused("population_outside_demo", population.synthetic(false)),
                refused("population_outside_demo", population.phase(Phase.OPERATION)),
                permitted(evaluation.with("model", "gladsaxe-points").synthetic(true)),
                refused("gladsaxe_points", evaluation.with("model", "gladsaxe-points")),
                refused("gladsaxe_points", aRun().with("model", "gladsaxe-points")),
                refused("other_municipality", aRun().about("101")),
                refused("dpo_has_no_switch", aRun().by(ActorKind.DATA_PROTECTION_OFFICER)),
                permitted(approval.with("proposed_by", "other")),
                refused("approved_by_the_same_person", approval.with("proposed_by", "self")),
                refused(
                        "approved_by_the_same_person",
                        approval.action(Action.APPROVE_REGISTRY_KEY).with("proposed_by", "self")),
                refused(
                        "approved_by_the_same_person",
                        approval.action(Action.APPROVE_AUTHORITY_CLIENT).with("proposed_by", "self")),
                refused(
                        "approved_by_the_same_person",
                        approval.action(Action.APPROVE_DOMAIN_ERASURE).with("proposed_by", "self")),
                permitted(conversion),
                refused("conversion_not_from_the_vault", conversion.with("registry", "school-999")),
                refused(
                        "conversion_not_from_the_vault",
                        conversion.attributes(Map.of("conversion", "merge", "domain_of", "self"))),
                refused("pseudonym_domain_of_another", conversion.with("domain_of", "other")),
                refused(
                        "pseudonym_domain_of_another",
                        conversion.action(Action.CONVERT_PSEUDONYMS).with("domain_of", "other")),
                refused("pseudonym_domain_of_another", points),
                refused("pseudonym_domain_of_another", points.with("domain_of", "other")));
    }

    /** Of the record of cases: who checks it, who looks, on which basis. */
    static Stream<Expectation> ofCases() {
        Ask check = aDelivery()
                .by(ActorKind.SCHEDULER)
                .action(Action.CHECK_CASES)
                .basis("lb.demo.case")
                .scope(ScopeKind.OPEN_CASE)
                .indicators("CASE_AWARE", "CASE_PLACED")
                .sources(new String[0]);
        Ask look = check.by(ActorKind.CASEWORKER).action(Action.OPEN_CASE_FINDINGS);
        Ask export = check.by(ActorKind.TEAM_LEADER).action(Action.EXPORT_CASE_FINDINGS);
        Ask frame = export.action(Action.MAKE_FRAME);
        Ask drawn = look.action(Action.OPEN_DRAWN_CASES);
        return Stream.of(
                permitted(frame),
                permitted(drawn),
                permitted(drawn.by(ActorKind.LEGAL_REVIEWER)),
                refused("basis_not_enabled", frame.basis("lb.case")),
                refused("purpose_other_than_support", frame.purpose(Purpose.SUPERVISION)),
                refused("default_deny", frame.by(ActorKind.CASEWORKER)),
                refused("default_deny", frame.by(ActorKind.CITIZENS_ADVISER)),
                refused("default_deny", drawn.by(ActorKind.CITIZENS_ADVISER)),
                refused("dpo_has_no_switch", frame.by(ActorKind.DATA_PROTECTION_OFFICER)),
                refused("other_municipality", frame.from("101")),
                refused("other_municipality", drawn.from("101")),
                permitted(check),
                permitted(look),
                permitted(export),
                refused("basis_not_enabled", check.basis("lb.case")),
                refused("basis_other_scope", check.scope(ScopeKind.NOTIFIED)),
                refused("basis_other_scope", check.basis("lb.demo.notified")),
                refused("indicator_not_covered", check.indicators("CASE_AWARE", "SCH_ABS_UNL")),
                refused("synthetic_is_999_only", check.synthetic(false)),
                refused("purpose_other_than_support", check.purpose(Purpose.SUPERVISION)),
                refused("default_deny", check.by(ActorKind.TEAM_LEADER)),
                refused("default_deny", check.by(ActorKind.CASEWORKER)),
                refused("default_deny", check.by(ActorKind.OPERATOR)),
                refused("dpo_has_no_switch", check.by(ActorKind.DATA_PROTECTION_OFFICER)),
                refused("default_deny", look.by(ActorKind.DATA_PROTECTION_OFFICER)),
                refused("default_deny", look.by(ActorKind.CITIZENS_ADVISER)),
                refused("default_deny", look.by(ActorKind.SCHEDULER)),
                refused("other_municipality", look.from("101")),
                refused("default_deny", export.by(ActorKind.CASEWORKER)),
                refused("default_deny", export.by(ActorKind.LEGAL_REVIEWER)),
                refused("other_municipality", export.from("101")));
    }

    /** Of erasure on request: who decides, and that nobody decides on a request of their own. */
    static Stream<Expectation> ofErasures() {
        Ask officer = Ask.plain(ActorKind.DATA_PROTECTION_OFFICER, Action.DECIDE_ERASURE, Purpose.SUPERVISION);
        Ask decision = officer.with("proposed_by", "other");
        return Stream.of(
                permitted(decision),
                permitted(decision.by(ActorKind.LEGAL_REVIEWER)),
                refused("erasure_without_a_second_person", officer),
                refused("erasure_without_a_second_person", officer.with("proposed_by", "self")),
                refused(
                        "erasure_without_a_second_person",
                        officer.by(ActorKind.LEGAL_REVIEWER).with("proposed_by", "self")),
                refused("default_deny", decision.by(ActorKind.CASEWORKER)),
                refused("default_deny", decision.by(ActorKind.TEAM_LEADER)),
                refused("default_deny", decision.by(ActorKind.DATA_TEAM_PERSON)),
                refused("default_deny", decision.by(ActorKind.SCHEDULER)),
                refused("default_deny", decision.purpose(Purpose.ADMINISTRATION)),
                refused("other_municipality", decision.about("101")));
    }

    /** Of the way back from a pseudonym: who approves, and who redeems. */
    static Stream<Expectation> ofReidentifications() {
        Ask leader = Ask.plain(ActorKind.TEAM_LEADER, Action.APPROVE_REIDENTIFICATION, Purpose.CHILD_SUPPORT);
        Ask caseworker = leader.by(ActorKind.CASEWORKER).with("proposed_by", "other");
        Ask substitute = caseworker.with("substitute", "yes");
        Ask redemption = aDelivery().action(Action.REDEEM_TICKET).with("registry", "vault");
        return Stream.of(
                permitted(leader.with("proposed_by", "other")),
                permitted(leader.with("proposed_by", "other").with("substitute", "no")),
                refused("reidentification_without_a_second_person", leader),
                refused("reidentification_without_a_second_person", leader.with("proposed_by", "self")),
                refused("default_deny", leader.with("proposed_by", "other").purpose(Purpose.ADMINISTRATION)),
                permitted(substitute),
                refused("reidentification_without_a_second_person", substitute.with("proposed_by", "self")),
                refused("default_deny", caseworker),
                refused("default_deny", caseworker.with("substitute", "no")),
                refused("default_deny", substitute.purpose(Purpose.ADMINISTRATION)),
                refused("default_deny", substitute.by(ActorKind.DATA_TEAM_PERSON)),
                refused("default_deny", substitute.by(ActorKind.REGISTRY)),
                refused("dpo_has_no_switch", substitute.by(ActorKind.DATA_PROTECTION_OFFICER)),
                refused("default_deny", substitute.action(Action.NAME_SUBSTITUTE)),
                refused("other_municipality", substitute.about("101")),
                permitted(redemption),
                refused("default_deny", redemption.with("registry", "skole-999")),
                refused("default_deny", aDelivery().action(Action.REDEEM_TICKET)),
                refused("purpose_other_than_support", redemption.purpose(Purpose.ADMINISTRATION)),
                refused(redemption.purpose(Purpose.ADMINISTRATION)),
                refused("basis_missing", redemption.basis(Optional.empty())),
                refused("default_deny", redemption.by(ActorKind.CASEWORKER)),
                refused("default_deny", redemption.by(ActorKind.TEAM_LEADER)),
                refused("dpo_has_no_switch", redemption.by(ActorKind.DATA_PROTECTION_OFFICER)),
                refused("other_municipality", redemption.about("101")),
                refused(
                        "default_deny",
                        Ask.plain(ActorKind.REGISTRY, Action.LIST_FLAGS, Purpose.CHILD_SUPPORT)
                                .with("registry", "vault")));
    }

    /** Of the shipped set with {@link #WITH_LESSER}: real data. */
    static Stream<Expectation> ofRealPeople() {
        return Stream.of(
                permitted(aRealRun()),
                permitted(aRealRun().phase(Phase.SHADOW)),
                refused("basis_not_verified", aRealRun().basis("lb.unverified")),
                refused("basis_not_verified", aRealRun().basis("lb.weak")),
                refused("signature_missing", aRealRun().signature(Optional.empty())),
                refused("signature_incomplete", signed(Ask.NOW.minusSeconds(1), false, true, true, true)),
                refused("signature_incomplete", signed(Ask.NOW.minusSeconds(1), true, false, true, true)),
                refused("signature_incomplete", signed(Ask.NOW.minusSeconds(1), true, true, false, true)),
                refused("signature_incomplete", signed(Ask.NOW.minusSeconds(1), true, true, true, false)),
                refused("signature_lapsed", signed(Ask.NOW.plusMillis(1), true, true, true, true)),
                refused("signature_lapsed", signed(Instant.parse("2025-11-22T12:00:00Z"), true, true, true, true)),
                refused("synthetic_is_999_only", aRealRun().synthetic(true).signature(Optional.empty())),
                refused("basis_other_municipality", aRealRun().in("147")));
    }

    private static Ask signed(Instant at, boolean dpia, boolean fria, boolean notices, boolean registered) {
        return aRealRun().signature(Optional.of(new Question.Signature(at, dpia, fria, notices, registered)));
    }
}
