package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Reads.own;

import java.util.HashMap;
import java.util.Map;

/** What each entry stands for, written by hand; where a route reads otherwise than others of its action, its step says so. */
final class DeclaredReads {

    private static final String[] FLAG = {"flag", "flag_fact"};
    private static final String[] SHOWN = {"flag", "flag_fact", "review_outcome", "review_own_view"};
    private static final String[] STRENGTH = {
        "flag", "flag_fact", "flag_rescore", "flag_strength", "review_outcome", "review_own_view"
    };
    private static final String[] NOTIFICATION = {"notification", "notification_escalation", "notification_step"};
    private static final String[] ARRIVED = {
        "notification", "notification_arrival", "notification_escalation", "notification_step"
    };
    private static final String[] LINKS = {"child_link", "child_link_member"};
    private static final String[] FINDINGS = {"case_finding", "case_record"};
    static final String[] FOLLOW_UP = {"follow_up", "follow_up_closing", "follow_up_measure", "follow_up_telling"};
    private static final String[] FOLLOWED = {
        "follow_up",
        "follow_up_closing",
        "follow_up_measure",
        "follow_up_telling",
        "notification",
        "notification_escalation",
        "notification_step"
    };
    private static final String[] HANDOVER = {
        "handover", "handover_act", "handover_person", "handover_side", "handover_telling"
    };
    static final String[] JUDGED = {"follow_up", "notification", "notification_escalation", "notification_step", "scope"
    };
    static final Reads FLAG_OPENED = own(SHOWN);
    static final Reads NOTIFICATIONS_LISTED =
            none().beside("child_link_member", "notification", "notification_escalation", "notification_step");
    private static final String[] ERASED = {"flag", "flag_fact", "flag_rescore", "flag_strength", "halt"};

    /** What a halt can keep, counted for whoever registers one or reads them. */
    private static final String[] HELD = {
        "case_finding",
        "case_record",
        "child_link_member",
        "conclusion",
        "erasure_request",
        "extract",
        "flag",
        "flag_fact",
        "follow_up",
        "follow_up_closing",
        "former_pseudonym",
        "halt",
        "handover_side",
        "notification",
        "notification_step",
        "observation",
        "reidentification",
        "review_opening",
        "review_outcome",
        "review_own_view",
        "scope",
        "source_pair",
        "supervision_case"
    };

    private DeclaredReads() {}

    static ReadsByEntry all() {
        Map<String, Reads> reads = new HashMap<>();
        registries(reads);
        flags(reads);
        wayBack(reads);
        notifications(reads);
        cases(reads);
        followUp(reads);
        handover(reads);
        supervision(reads);
        rights(reads);
        retention(reads);
        return new ReadsByEntry(reads);
    }

    private static void registries(Map<String, Reads> reads) {
        reads.put("feed.delivery_started", none().beside("scope")); // whose rows are taken
        reads.put("flag.run_finished", none().beside("halt", "observation", "scope"));
        reads.put("gate.permitted read_scope_bands", none().beside("delivery_scope_band"));
        reads.put(
                "conversion.rotated",
                own(
                        "case_finding",
                        "case_record",
                        "child_link_member",
                        "conclusion",
                        "erasure_request",
                        "extract",
                        "flag",
                        "follow_up",
                        "former_pseudonym",
                        "halt",
                        "handover",
                        "handover_side",
                        "notification",
                        "observation",
                        "scope",
                        "source_pair",
                        "supervision_case"));
    }

    /** The gate is asked about the flag's indicators and its run, so that the flag is looked up before it answers. */
    private static void flags(Map<String, Reads> reads) {
        reads.put("gate.permitted list_flags", none().beside(FLAG));
        reads.put("gate.permitted open_flag", none().beside(FLAG));
        reads.put("review.flag_opened", FLAG_OPENED);
        reads.put("review.flag_not_found", none().beside(FLAG).beside(FLAG));
        reads.put("gate.permitted read_weights", none().beside(FLAG).beside("review_own_view"));
        reads.put("review.weights_read", own(STRENGTH));
        reads.put("gate.permitted seal_own_view", none().beside(FLAG));
        reads.put("review.view_sealed", own(FLAG));
        reads.put("gate.permitted record_outcome", none().beside(FLAG));
        reads.put("review.outcome_recorded", own("flag", "flag_fact", "review_own_view"));
    }

    private static void wayBack(Map<String, Reads> reads) {
        String request = "reidentification";
        String substitute = "reidentification_substitute";
        Reads lookedUp =
                none().beside(request).beside(FLAG).beside(request).beside(FLAG).beside(FLAG);
        reads.put(
                "gate.permitted request_reidentification",
                none().beside(FLAG).beside(FLAG).beside("review_opening").beside(request));
        reads.put("gate.permitted approve_reidentification", lookedUp.beside(substitute));
        reads.put("reidentification.approved", own(request).beside(request));
        reads.put("gate.permitted issue_ticket", lookedUp);
        reads.put("reidentification.ticket_issued", own(request));
        reads.put("gate.permitted redeem_ticket", none().beside(request).beside(FLAG));
        reads.put("reidentification.redeemed", own("flag", "flag_fact", request));
        reads.put(
                "gate.permitted read_reidentifications",
                none().beside(substitute).beside(request).beside(FLAG));
        reads.put("gate.permitted read_reidentification_counts", none().beside("reidentification_count"));
    }

    private static void notifications(Map<String, Reads> reads) {
        reads.put("notification.registered", own(JUDGED).beside(LINKS).beside(ARRIVED)); // what is answered
        // of a child of whom nothing was on file
        reads.put("notification.delivered", own("follow_up", "notification", "notification_arrival", "scope"));
        reads.put("gate.permitted list_notifications", NOTIFICATIONS_LISTED);
        reads.put("gate.permitted open_notification", none().beside(NOTIFICATION));
        reads.put("gate.refused open_notification", none().beside(NOTIFICATION));
        reads.put("notification.opened", none().beside(LINKS).beside(ARRIVED));
        reads.put("gate.permitted read_duty_roster", none().beside("duty_fallback", "duty_period"));
    }

    private static void cases(Map<String, Reads> reads) {
        reads.put("casefile.checked", own("case_finding", "case_record", "halt", "observation", "scope"));
        reads.put("gate.permitted list_case_findings", none().beside(FINDINGS));
        reads.put("gate.permitted open_case_findings", none().beside(FINDINGS));
        reads.put("gate.refused open_case_findings", none().beside(FINDINGS));
        reads.put("gate.permitted export_case_findings", none().beside(FINDINGS));
    }

    private static void followUp(Map<String, Reads> reads) {
        reads.put("follow_up.listed", own("follow_up"));
        reads.put("gate.permitted list_follow_up", none().beside(FOLLOW_UP));
        reads.put("gate.permitted open_follow_up", none().beside(FOLLOW_UP));
        reads.put("follow_up.opened", none().beside(FOLLOWED).beside(LINKS));
        reads.put("gate.permitted close_follow_up", none().beside(FOLLOW_UP).beside(FOLLOWED));
        reads.put("follow_up.closed", own(FOLLOW_UP).beside(FOLLOWED).beside(LINKS)); // what is answered
    }

    private static void handover(Map<String, Reads> reads) {
        reads.put("gate.permitted list_handovers", none().beside(HANDOVER));
        reads.put("gate.permitted open_handover", none().beside(HANDOVER));
        reads.put("handover.read", none().beside(HANDOVER));
        reads.put("gate.permitted answer_handover", none().beside(HANDOVER).beside(HANDOVER));
        reads.put("handover.acted", own(HANDOVER).beside(HANDOVER)); // what is answered
    }

    private static void supervision(Map<String, Reads> reads) {
        reads.put("gate.permitted read_supervision", none().beside("supervision_round"));
        reads.put("gate.permitted review_drawn_case", none().beside("supervision_round"));
        reads.put(
                "supervision.cases_read",
                own("supervision_answer", "supervision_case", "supervision_review", "supervision_round"));
        reads.put("guideline.changed", own("guideline_version"));
        reads.put("guideline.self_checked", own("guideline_answer", "guideline_version"));
        reads.put("gate.permitted read_guidelines", none().beside("guideline_answer", "guideline_version"));
    }

    private static void rights(Map<String, Reads> reads) {
        reads.put("halt.registered", own(HELD));
        reads.put("gate.permitted read_halts", none().beside(HELD));
        reads.put("erasure.requested", own("erasure_request"));
        reads.put("gate.permitted read_erasure_requests", none().beside("erasure_request"));
        reads.put("gate.refused decide_erasure", none().beside("erasure_request"));
        reads.put(
                "extract.prepared",
                own(
                        "case_finding",
                        "case_record",
                        "conclusion",
                        "extract",
                        "extract_item",
                        "follow_up",
                        "follow_up_closing",
                        "follow_up_measure",
                        "follow_up_telling",
                        "former_pseudonym",
                        "handover",
                        "handover_act",
                        "handover_person",
                        "handover_side",
                        "handover_telling",
                        "notification",
                        "notification_escalation",
                        "notification_sex",
                        "notification_step",
                        "observation",
                        "scope"));
        reads.put("extract.decided", own("extract", "extract_item"));
        reads.put("extract.released", own("extract", "extract_item"));
        reads.put("gate.permitted read_extracts", none().beside("extract"));
    }

    /** What is due is looked for in the transaction after the gate's answer, whether anything is or not. */
    private static void retention(Map<String, Reads> reads) {
        String permitted = "gate.permitted erase ";
        reads.put(permitted + "observation_after_scope", none().beside(ERASED));
        reads.put(permitted + "flag_concluded", none().beside(ERASED));
        reads.put(permitted + "flag_unopened", none().beside(ERASED));
        reads.put(permitted + "run_membership", none().beside("halt"));
        reads.put(permitted + "ledger_commitment", none().beside("halt"));
        reads.put(permitted + "ledger_identity", none().beside("halt"));
        reads.put(
                permitted + "notification_concluded",
                none().beside("child_link", "child_link_member", "halt", "notification"));
        reads.put(permitted + "supervision_round", none().beside("halt", "supervision_case", "supervision_round"));
        reads.put(permitted + "halt_ended", none().beside("halt"));
        reads.put(permitted + "extract", none().beside("extract", "halt"));
        reads.put(permitted + "erasure_request", none().beside("erasure_request", "halt"));
        reads.put(permitted + "former_pseudonym", none().beside("former_pseudonym", "halt"));
        reads.put(permitted + "follow_up_ended", none().beside("follow_up", "halt"));
        reads.put(permitted + "case_finding", none().beside("case_finding", "case_record", "halt"));
        reads.put(permitted + "handover_ended", none().beside("halt", "handover_side"));
        reads.put(
                permitted + "own_view",
                none().beside(
                                "flag",
                                "halt",
                                "reidentification",
                                "review_opening",
                                "review_outcome",
                                "review_own_view"));
        reads.put(
                permitted + "reidentification_count",
                none().beside("reidentification_count", "reidentification_substitute"));
    }
}
