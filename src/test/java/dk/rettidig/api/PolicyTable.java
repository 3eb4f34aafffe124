package dk.rettidig.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what, written by hand from {@code policies/gate.cedar} and never computed: a rule that is loosened, a route
 * that asks for something else and a new route all show here.
 */
final class PolicyTable {

    private static final List<String> COLUMNS = List.of(
            "data_team_person",
            "caseworker",
            "team_leader",
            "legal_reviewer",
            "data_protection_officer",
            "citizens_adviser",
            "model_owner",
            "operator",
            "verifier",
            "public");

    private static final Map<String, String> RULES = Map.of(
            "d", "default_deny",
            "s", "dpo_has_no_switch",
            "c", "only_the_caseworker_reviews",
            "o", "other_municipality",
            "p", "phase_missing");

    /**
     * Where another rule refuses than elsewhere: without a municipality the page cannot say what the run would be, and a
     * verifier, who acts for none, names one in the body.
     */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "POST /runs/start operator", "p",
            "POST /runs/start verifier", "p",
            "POST /api/v1/runs verifier", "o");

    /**
     * {@code +} permitted; {@code d}, {@code s}, {@code c}, {@code o}, {@code p} refused by the rule above; {@code k} asked
     * for the key of a registry, which no person has.
     */
    private static final String MATRIX = """
            action/purpose                        data case lead legal dpo adviser owner operator verifier nobody
            read_public/public_account             +    +    +    +    +   +       +     +        +        +
            sign_in/administration                 +    +    +    +    +   +       +     +        +        +
            read_home/administration               +    +    +    +    +   +       +     +        +        d
            propose_registry_key/administration    +    d    d    d    s   d       d     d        d        d
            approve_registry_key/administration    +    d    +    d    s   d       d     d        d        d
            withdraw_registry_key/administration   +    d    +    d    s   d       d     +        d        d
            propose_feed/administration            +    d    d    d    s   d       d     d        d        d
            approve_feed/administration            +    d    +    d    s   d       d     d        d        d
            read_feeds/administration              +    d    +    d    +   d       d     +        d        d
            deliver/child_support                  k    k    k    k    k   k       k     k        k        k
            read_deliveries/administration         +    d    +    d    +   d       d     +        d        d
            read_quarantine/administration         +    d    d    d    +   d       d     d        d        d
            read_scope_bands/supervision           d    d    d    d    +   d       d     d        d        d
            start_run/child_support                d    d    +    d    s   d       d     d        d        d
            read_runs/administration               +    +    +    +    +   d       +     d        d        d
            list_flags/child_support               d    +    +    d    d   d       d     d        d        d
            open_flag/child_support                c    +    c    c    c   c       c     c        c        c
            seal_own_view/child_support            c    +    c    c    c   c       c     c        c        c
            read_weights/child_support             c    +    c    c    c   c       c     c        c        c
            record_outcome/child_support           c    +    c    c    s   c       c     c        c        c
            read_ledger/supervision                d    d    d    d    +   d       d     d        d        d
            read_entries/supervision               d    d    d    d    +   d       d     d        +        d
            export_ledger/supervision              d    d    d    d    +   d       d     d        +        d
            export_findings/supervision            d    d    d    d    +   d       d     d        d        d
            propose_authority_client/administration  +  d    d    d    s   d       d     d        d        d
            approve_authority_client/administration  +  d    +    d    s   d       d     d        d        d
            withdraw_authority_client/administration +  d    +    d    s   d       d     +        d        d
            read_authority_clients/administration    +  d    +    d    +   d       d     d        d        d
            evaluate_pseudonyms/child_support      k    k    k    k    k   k       k     k        k        k
            request_reidentification/child_support   c  +    c    c    s   c       c     c        c        c
            withdraw_reidentification/child_support  c  +    c    c    s   c       c     c        c        c
            approve_reidentification/child_support   d  d    +    d    s   d       d     d        d        d
            issue_ticket/child_support             c    +    c    c    s   c       c     c        c        c
            redeem_ticket/child_support            k    k    k    k    k   k       k     k        k        k
            name_substitute/administration         d    d    +    d    s   d       d     d        d        d
            read_reidentifications/child_support   d    +    +    d    d   d       d     d        d        d
            read_reidentification_counts/supervision d  d    d    d    +   d       d     d        d        d
            read_halts/supervision                 d    d    d    +    +   d       d     d        d        d
            register_halt/supervision              d    d    d    +    +   d       d     d        d        d
            lift_halt/supervision                  d    d    d    +    +   d       d     d        d        d
            read_erasure_requests/supervision      d    d    d    +    +   d       d     d        d        d
            request_erasure/supervision            d    d    d    +    +   d       d     d        d        d
            decide_erasure/supervision             d    d    d    +    +   d       d     d        d        d
            read_extracts/supervision              d    d    d    +    +   d       d     d        d        d
            prepare_extract/supervision            d    d    d    +    +   d       d     d        d        d
            decide_extract/supervision             d    d    d    +    +   d       d     d        d        d
            release_extract/supervision            d    d    d    +    +   d       d     d        d        d
            read_documents/supervision             d    d    d    +    +   d       d     d        d        d
            list_notifications/child_support       d    +    +    d    d   d       d     d        d        d
            register_notification/child_support    d    +    +    d    s   d       d     p        p        p
            open_notification/child_support        d    +    +    d    d   d       d     p        p        p
            record_notification_step/child_support d    +    +    d    s   d       d     p        p        p
            link_children/child_support            d    +    +    d    s   d       d     p        p        p
            read_duty_roster/administration        d    +    +    d    d   d       d     d        d        d
            set_duty_roster/administration         d    d    +    d    s   d       d     d        d        d
            read_statistics/administration         d    +    +    +    +   +       d     d        d        d
            load_comparison/administration         d    d    +    d    s   d       d     d        d        d
            discuss_figure/administration          d    +    +    d    s   d       d     d        d        d
            list_case_findings/child_support       d    +    +    d    d   d       d     d        d        d
            open_case_findings/child_support       d    +    +    d    d   d       d     p        p        p
            export_case_findings/child_support     d    d    +    d    d   d       d     p        p        p
            read_case_figures/supervision          d    +    +    +    +   +       d     d        d        d
            list_follow_up/child_support           d    +    +    d    d   d       d     d        d        d
            open_follow_up/child_support           d    +    +    d    d   d       d     p        p        p
            close_follow_up/child_support          d    +    +    d    s   d       d     p        p        p
            list_handovers/child_support           d    +    +    d    d   d       d     d        d        d
            open_handover/child_support            d    +    +    d    d   d       d     p        p        p
            send_handover/child_support            d    +    +    d    s   d       d     p        p        p
            answer_handover/child_support          d    +    +    d    s   d       d     p        p        p
            read_monitoring/administration         d    d    +    d    +   d       +     d        d        d
            acknowledge_correction/child_support   d    +    +    d    s   d       d     d        d        d
            resume_flagging/administration         d    d    +    d    s   d       +     d        d        d
            withdraw_model/administration          d    d    d    d    s   d       +     d        d        d
            read_model_flags/supervision           d    d    d    d    +   d       +     d        d        d
            read_supervision/supervision           d    +    +    +    +   +       d     d        d        d
            read_guidelines/supervision            d    +    +    +    +   +       d     d        d        d
            edit_guideline/supervision             d    d    +    d    s   d       d     d        d        d
            answer_self_check/supervision          d    d    +    d    s   d       d     d        d        d
            take_supervision_package/supervision   d    d    +    +    d   +       d     d        d        d
            commit_frame/supervision               d    d    +    d    s   d       d     d        d        d
            review_drawn_case/supervision          d    +    +    +    s   d       d     d        d        d
            plan_improvement/supervision           d    d    +    d    s   d       d     d        d        d
            convert_pseudonyms/child_support       k    k    k    k    k   k       k     k        k        k
            deliver_conversion/child_support       k    k    k    k    k   k       k     k        k        k
            propose_domain_erasure/administration  +    d    d    d    s   d       d     d        d        d
            approve_domain_erasure/administration  +    d    +    d    s   d       d     d        d        d
            """;

    private static final String ROUTES = """
            GET / text/html read_home/administration
            GET /api/v1/authority/clients application/json read_authority_clients/administration
            GET /api/v1/authority/domains application/json read_public/public_account
            GET /api/v1/deliveries application/json read_deliveries/administration
            GET /api/v1/deliveries/{delivery} application/json read_deliveries/administration
            GET /api/v1/deliveries/{delivery}/quarantine application/json read_quarantine/administration
            GET /api/v1/deliveries/{delivery}/quarantine text/csv read_quarantine/administration
            GET /api/v1/feeds application/json read_feeds/administration
            GET /api/v1/feeds/{feed} application/json read_feeds/administration
            GET /api/v1/flags application/json list_flags/child_support
            GET /api/v1/flags/corrections application/json list_flags/child_support
            GET /api/v1/flags/{id} application/json open_flag/child_support
            GET /api/v1/flags/{id}/weights application/json read_weights/child_support
            GET /api/v1/halts application/json read_halts/supervision
            GET /halts text/html read_halts/supervision
            POST /api/v1/halts application/json register_halt/supervision
            POST /api/v1/halts/{halt}/lift application/json lift_halt/supervision
            POST /halts text/html register_halt/supervision
            POST /halts/{halt}/lift text/html lift_halt/supervision
            GET /api/v1/erasure-requests application/json read_erasure_requests/supervision
            GET /erasure-requests text/html read_erasure_requests/supervision
            POST /api/v1/erasure-requests application/json request_erasure/supervision
            POST /api/v1/erasure-requests/{erasure}/refusal application/json decide_erasure/supervision
            POST /api/v1/erasure-requests/{erasure}/carrying-out application/json decide_erasure/supervision
            POST /erasure-requests text/html request_erasure/supervision
            POST /erasure-requests/{erasure}/decision text/html decide_erasure/supervision
            GET /api/v1/documents application/json read_documents/supervision
            GET /api/v1/documents/{document} application/json read_documents/supervision
            GET /documents text/html read_documents/supervision
            GET /documents/{document} text/html read_documents/supervision
            GET /documents/{document}/html text/html read_documents/supervision
            GET /documents/{document}/markdown text/markdown read_documents/supervision
            GET /api/v1/extracts application/json read_extracts/supervision
            GET /api/v1/extracts/{extract} application/json read_extracts/supervision
            GET /api/v1/extracts/{extract}/document application/json read_extracts/supervision
            POST /api/v1/extracts application/json prepare_extract/supervision
            POST /api/v1/extracts/{extract}/decisions application/json decide_extract/supervision
            POST /api/v1/extracts/{extract}/release application/json release_extract/supervision
            GET /extracts text/html read_extracts/supervision
            GET /extracts/{extract} text/html read_extracts/supervision
            GET /extracts/{extract}/document text/html read_extracts/supervision
            POST /extracts text/html prepare_extract/supervision
            POST /extracts/{extract}/decisions text/html decide_extract/supervision
            POST /extracts/{extract}/release text/html release_extract/supervision
            GET /api/v1/supervision/rounds application/json read_supervision/supervision
            GET /api/v1/supervision/rounds/{round} application/json read_supervision/supervision
            GET /api/v1/supervision/rounds/{round}/cases application/json review_drawn_case/supervision
            GET /api/v1/supervision/rounds/{round}/draw application/json read_supervision/supervision
            GET /api/v1/supervision/rules application/json read_supervision/supervision
            GET /api/v1/supervision/sample-size application/json read_supervision/supervision
            POST /api/v1/supervision/rounds application/json commit_frame/supervision
            POST /api/v1/supervision/rounds/{round}/cases/{number}/review application/json review_drawn_case/supervision
            POST /api/v1/supervision/rounds/{round}/plans application/json plan_improvement/supervision
            GET /supervision text/html read_supervision/supervision
            GET /supervision/{round} text/html read_supervision/supervision
            GET /api/v1/guidelines application/json read_guidelines/supervision
            GET /api/v1/guidelines/summary application/json read_guidelines/supervision
            GET /api/v1/guidelines/{guideline} application/json read_guidelines/supervision
            POST /api/v1/guidelines application/json edit_guideline/supervision
            POST /api/v1/guidelines/{guideline}/versions application/json edit_guideline/supervision
            GET /api/v1/guideline-points application/json read_guidelines/supervision
            GET /api/v1/guideline-points/{point} application/json read_guidelines/supervision
            POST /api/v1/guideline-points/{point}/self-check application/json answer_self_check/supervision
            GET /guidelines text/html read_guidelines/supervision
            GET /guidelines/new text/html edit_guideline/supervision
            GET /guidelines/{guideline} text/html read_guidelines/supervision
            GET /guidelines/points/{point} text/html read_guidelines/supervision
            POST /guidelines text/html edit_guideline/supervision
            POST /guidelines/{guideline}/versions text/html edit_guideline/supervision
            POST /guidelines/points/{point}/self-check text/html answer_self_check/supervision
            GET /supervision/{round}/cases text/html review_drawn_case/supervision
            GET /supervision/{round}/cases/{number} text/html review_drawn_case/supervision
            GET /api/v1/supervision/rounds/{round}/package application/zip take_supervision_package/supervision
            GET /supervision/{round}/committee text/html read_supervision/supervision
            GET /api/v1/supervision/rounds/{round}/committee application/json read_supervision/supervision
            GET /supervision/{round}/plans text/html plan_improvement/supervision
            GET /supervision/frames text/html commit_frame/supervision
            GET /supervision/sample-size text/html read_supervision/supervision
            POST /supervision/{round}/cases/{number} text/html review_drawn_case/supervision
            POST /supervision/{round}/plans text/html plan_improvement/supervision
            POST /supervision/frames text/html commit_frame/supervision
            GET /api/v1/follow-up application/json list_follow_up/child_support
            GET /api/v1/follow-up/statistics application/json list_follow_up/child_support
            GET /api/v1/follow-up/{followup} application/json open_follow_up/child_support
            POST /api/v1/follow-up/{followup}/closing application/json close_follow_up/child_support
            GET /follow-up text/html list_follow_up/child_support
            GET /follow-up/{followup} text/html open_follow_up/child_support
            POST /follow-up/{followup}/closing text/html close_follow_up/child_support
            GET /api/v1/handovers application/json list_handovers/child_support
            GET /api/v1/handovers/{handover} application/json open_handover/child_support
            POST /api/v1/handovers application/json send_handover/child_support
            POST /api/v1/handovers/{handover}/opening application/json answer_handover/child_support
            POST /api/v1/handovers/{handover}/answers application/json answer_handover/child_support
            POST /api/v1/handovers/{handover}/supplements application/json send_handover/child_support
            POST /api/v1/handovers/{handover}/closing application/json send_handover/child_support
            GET /handovers text/html list_handovers/child_support
            GET /handovers/new text/html list_handovers/child_support
            GET /handovers/{handover} text/html open_handover/child_support
            POST /handovers text/html send_handover/child_support
            POST /handovers/{handover}/opening text/html answer_handover/child_support
            POST /handovers/{handover}/answers text/html answer_handover/child_support
            POST /handovers/{handover}/supplements text/html send_handover/child_support
            POST /handovers/{handover}/closing text/html send_handover/child_support
            GET /api/v1/notifications application/json list_notifications/child_support
            GET /api/v1/notifications/{notification} application/json open_notification/child_support
            POST /api/v1/notifications application/json register_notification/child_support
            POST /api/v1/notifications/{notification}/steps application/json record_notification_step/child_support
            POST /api/v1/notifications/{notification}/incident application/json record_notification_step/child_support
            POST /api/v1/notifications/{notification}/incident/removal application/json record_notification_step/child_support
            POST /api/v1/notifications/{notification}/links application/json link_children/child_support
            POST /api/v1/notifications/{notification}/links/{link}/removal application/json link_children/child_support
            POST /notifications/{notification}/incident text/html record_notification_step/child_support
            POST /notifications/{notification}/incident/removal text/html record_notification_step/child_support
            POST /notifications/{notification}/links text/html link_children/child_support
            POST /notifications/{notification}/links/{link}/removal text/html link_children/child_support
            GET /notifications/duty text/html list_notifications/child_support
            GET /notifications/roster text/html read_duty_roster/administration
            POST /notifications/roster text/html set_duty_roster/administration
            POST /notifications/roster/fallback text/html set_duty_roster/administration
            POST /notifications/roster/{period}/removal text/html set_duty_roster/administration
            GET /notifications text/html list_notifications/child_support
            GET /notifications/new text/html list_notifications/child_support
            GET /notifications/{notification} text/html open_notification/child_support
            POST /notifications text/html register_notification/child_support
            POST /notifications/{notification}/steps text/html record_notification_step/child_support
            GET /api/v1/notification-statistics application/json read_statistics/administration
            GET /api/v1/notification-statistics text/csv read_statistics/administration
            GET /statistics text/html read_statistics/administration
            GET /statistics/comparison text/html read_statistics/administration
            POST /statistics/comparison text/html load_comparison/administration
            GET /api/v1/notification-statistics/comparison application/json read_statistics/administration
            POST /api/v1/notification-statistics/comparison application/json load_comparison/administration
            GET /statistics/discussions text/html read_statistics/administration
            GET /statistics/discussions/new text/html discuss_figure/administration
            GET /statistics/discussions/{discussion} text/html read_statistics/administration
            POST /statistics/discussions text/html discuss_figure/administration
            POST /statistics/discussions/{discussion}/actions text/html discuss_figure/administration
            POST /statistics/discussions/{discussion}/actions/{planned}/end text/html discuss_figure/administration
            GET /api/v1/figure-discussions application/json read_statistics/administration
            GET /api/v1/figure-discussions/{discussion} application/json read_statistics/administration
            POST /api/v1/figure-discussions application/json discuss_figure/administration
            POST /api/v1/figure-discussions/{discussion}/actions application/json discuss_figure/administration
            POST /api/v1/figure-discussions/{discussion}/actions/{planned}/end application/json discuss_figure/administration
            GET /statistics/figures text/csv read_statistics/administration
            GET /api/v1/case-findings application/json list_case_findings/child_support
            GET /api/v1/case-findings/cases/{case} application/json open_case_findings/child_support
            GET /api/v1/case-findings/export text/csv export_case_findings/child_support
            GET /api/v1/case-findings/figures application/json read_case_figures/supervision
            GET /api/v1/case-findings/figures text/csv read_case_figures/supervision
            GET /case-findings text/html list_case_findings/child_support
            GET /case-findings/export text/csv export_case_findings/child_support
            GET /case-findings/figures text/html read_case_figures/supervision
            GET /case-findings/figures/table text/csv read_case_figures/supervision
            GET /case-findings/{case} text/html open_case_findings/child_support
            GET /api/v1/monitoring application/json read_monitoring/administration
            POST /api/v1/monitoring/pauses/{pause}/resume application/json resume_flagging/administration
            POST /api/v1/monitoring/withdrawals application/json withdraw_model/administration
            GET /api/v1/monitoring/withdrawals/{withdrawal}/flags application/json read_model_flags/supervision
            GET /api/v1/monitoring/withdrawals/{withdrawal}/flags text/csv read_model_flags/supervision
            GET /monitoring text/html read_monitoring/administration
            POST /monitoring/pauses/{pause}/resume text/html resume_flagging/administration
            POST /monitoring/withdrawals text/html withdraw_model/administration
            GET /monitoring/withdrawals/{withdrawal} text/html read_model_flags/supervision
            GET /monitoring/withdrawals/{withdrawal}/flags text/csv read_model_flags/supervision
            GET /api/v1/ledger/consistency application/json read_entries/supervision
            GET /api/v1/ledger/entries application/json read_entries/supervision
            GET /api/v1/ledger/entries/{index} application/json read_entries/supervision
            GET /api/v1/ledger/entries/{index}/proof application/json read_entries/supervision
            GET /api/v1/ledger/entries/{index}/proof text/plain read_entries/supervision
            GET /api/v1/ledger/search application/json read_ledger/supervision
            GET /api/v1/ledger/volumes application/json read_ledger/supervision
            GET /api/v1/registries/{registry}/keys application/json read_feeds/administration
            GET /api/v1/reidentification-key application/json read_public/public_account
            GET /api/v1/reidentification-substitutes application/json read_reidentifications/child_support
            GET /api/v1/reidentifications application/json read_reidentifications/child_support
            GET /api/v1/reidentifications/counts application/json read_reidentification_counts/supervision
            GET /api/v1/reidentifications/{id} application/json read_reidentifications/child_support
            GET /api/v1/runs application/json read_runs/administration
            GET /api/v1/runs/{id} application/json read_runs/administration
            GET /api/v1/runs/{id}/progress text/event-stream read_runs/administration
            GET /api/v1/scope/bands application/json read_scope_bands/supervision
            GET /deliveries text/html read_deliveries/administration
            GET /deliveries/{id} text/html read_deliveries/administration
            GET /deliveries/{id}/quarantine text/html read_quarantine/administration
            GET /deliveries/{id}/quarantine/lines text/csv read_quarantine/administration
            GET /flags text/html list_flags/child_support
            GET /flags/{id} text/html open_flag/child_support
            GET /flags/{id}/weights text/html read_weights/child_support
            GET /language/{tag} */* read_public/public_account
            GET /ledger text/html read_ledger/supervision
            GET /ledger/checkpoint text/plain read_public/public_account
            GET /ledger/log-key text/plain read_public/public_account
            GET /ledger/verification text/html read_entries/supervision
            GET /ledger/tile/entries/{bundle} application/octet-stream read_entries/supervision
            GET /ledger/tile/{tile} application/octet-stream read_public/public_account
            GET /ledger/{index} text/html read_ledger/supervision
            GET /ledger/{index}/proof text/plain read_ledger/supervision
            GET /reidentifications text/html read_reidentifications/child_support
            GET /reidentifications/counts text/html read_reidentification_counts/supervision
            POST /flags/{id}/reidentifications text/html request_reidentification/child_support
            POST /reidentifications/substitutes text/html name_substitute/administration
            POST /reidentifications/substitutes/end text/html name_substitute/administration
            POST /reidentifications/{id}/approval text/html approve_reidentification/child_support
            POST /reidentifications/{id}/decline text/html approve_reidentification/child_support
            POST /reidentifications/{id}/ticket application/jose issue_ticket/child_support
            POST /reidentifications/{id}/withdrawal text/html withdraw_reidentification/child_support
            GET /runs text/html read_runs/administration
            GET /runs/start text/html read_runs/administration
            GET /sign-in text/html sign_in/administration
            POST /api/v1/authority/clients application/json propose_authority_client/administration
            POST /api/v1/authority/clients/{kid}/approval application/json approve_authority_client/administration
            POST /api/v1/authority/clients/{kid}/withdrawal application/json withdraw_authority_client/administration
            POST /api/v1/authority/domains/{domain}/conversions application/json convert_pseudonyms/child_support
            POST /api/v1/authority/domains/{domain}/erasure application/json propose_domain_erasure/administration
            POST /api/v1/authority/domains/{domain}/erasure/approval application/json approve_domain_erasure/administration
            POST /api/v1/authority/domains/{domain}/evaluations application/json evaluate_pseudonyms/child_support
            POST /api/v1/authority/domains/{domain}/shares/{holder}/conversions application/json convert_pseudonyms/child_support
            POST /api/v1/authority/domains/{domain}/shares/{holder}/evaluations application/json evaluate_pseudonyms/child_support
            POST /api/v1/feeds application/json propose_feed/administration
            POST /api/v1/feeds/{feed}/approval application/json approve_feed/administration
            POST /api/v1/feeds/{feed}/deliveries application/json deliver/child_support
            POST /api/v1/flags/{id}/correction application/json acknowledge_correction/child_support
            POST /api/v1/flags/{id}/outcome application/json record_outcome/child_support
            POST /api/v1/flags/{id}/reidentifications application/json request_reidentification/child_support
            POST /api/v1/reidentification-substitutes application/json name_substitute/administration
            POST /api/v1/reidentification-substitutes/end application/json name_substitute/administration
            POST /api/v1/reidentifications/redemption application/json redeem_ticket/child_support
            POST /api/v1/reidentifications/{id}/approval application/json approve_reidentification/child_support
            POST /api/v1/reidentifications/{id}/decline application/json approve_reidentification/child_support
            POST /api/v1/reidentifications/{id}/ticket application/json issue_ticket/child_support
            POST /api/v1/reidentifications/{id}/withdrawal application/json withdraw_reidentification/child_support
            POST /api/v1/flags/{id}/own-view application/json seal_own_view/child_support
            POST /api/v1/ledger/exports application/zip export_ledger/supervision
            POST /api/v1/ledger/findings text/csv export_findings/supervision
            POST /api/v1/pseudonym-conversions application/json deliver_conversion/child_support
            POST /api/v1/registries/{registry}/keys application/json propose_registry_key/administration
            POST /api/v1/registries/{registry}/keys/{kid}/approval application/json approve_registry_key/administration
            POST /api/v1/registries/{registry}/keys/{kid}/withdrawal application/json withdraw_registry_key/administration
            POST /api/v1/runs application/json start_run/child_support
            POST /flags/{id}/correction text/html acknowledge_correction/child_support
            POST /flags/{id}/outcome text/html record_outcome/child_support
            POST /flags/{id}/own-view text/html seal_own_view/child_support
            POST /ledger/export application/zip export_ledger/supervision
            POST /ledger/findings text/csv export_findings/supervision
            POST /runs/start text/html start_run/child_support
            POST /sign-out text/html sign_in/administration
            """;

    private static final Map<String, String> CELLS = cells();

    private PolicyTable() {}

    /** What the table says about a request. */
    sealed interface Expected {
        /** The gate permits; what the route then finds is another matter. */
        record Permitted() implements Expected {}

        /** The gate refuses, naming this rule. */
        record Refused(String rule) implements Expected {}

        /** Nobody asks for this without the key of a registry. */
        record NeedsKey() implements Expected {}
    }

    /** All routes, in order. */
    static List<String> routes() {
        return ROUTES.lines().sorted().toList();
    }

    /** What happens when somebody of this kind uses the route. */
    static Expected expected(Route route, String kind) {
        String cell = EXCEPTIONS.getOrDefault(
                route.verb() + " " + route.path() + " " + kind, CELLS.getOrDefault(route.gated() + " " + kind, ""));
        return switch (cell) {
            case "+" -> new Expected.Permitted();
            case "k" -> new Expected.NeedsKey();
            case "d", "s", "c", "o", "p" -> new Expected.Refused(RULES.getOrDefault(cell, ""));
            default -> throw new AssertionError("the table says nothing about " + route.gated() + " by " + kind);
        };
    }

    private static Map<String, String> cells() {
        Map<String, String> cells = new HashMap<>();
        MATRIX.lines().skip(1).forEach(line -> {
            List<String> words = Arrays.asList(line.split(" +"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                cells.put(words.getFirst() + " " + COLUMNS.get(column), words.get(column + 1));
            }
        });
        return cells;
    }
}
