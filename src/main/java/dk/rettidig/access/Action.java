package dk.rettidig.access;

/** What an actor can ask the gate for; the word is the Cedar action of {@code policies/gate.cedar}. */
public enum Action {
    READ_PUBLIC("read_public", Recording.COUNTED),
    SIGN_IN("sign_in", Recording.COUNTED),
    READ_HOME("read_home", Recording.ENTRY),
    PROPOSE_REGISTRY_KEY("propose_registry_key", Recording.ENTRY),
    APPROVE_REGISTRY_KEY("approve_registry_key", Recording.ENTRY),
    WITHDRAW_REGISTRY_KEY("withdraw_registry_key", Recording.ENTRY),
    PROPOSE_FEED("propose_feed", Recording.ENTRY),
    APPROVE_FEED("approve_feed", Recording.ENTRY),
    READ_FEEDS("read_feeds", Recording.ENTRY),
    DELIVER("deliver", Recording.ENTRY),
    READ_DELIVERIES("read_deliveries", Recording.ENTRY),
    READ_QUARANTINE("read_quarantine", Recording.ENTRY),
    READ_RECEIPT("read_receipt", Recording.ENTRY),
    START_RUN("start_run", Recording.ENTRY),
    READ_RUNS("read_runs", Recording.ENTRY),
    LIST_FLAGS("list_flags", Recording.ENTRY),
    OPEN_FLAG("open_flag", Recording.ENTRY),
    SEAL_OWN_VIEW("seal_own_view", Recording.ENTRY),
    READ_WEIGHTS("read_weights", Recording.ENTRY),
    RECORD_OUTCOME("record_outcome", Recording.ENTRY),
    READ_LEDGER("read_ledger", Recording.ENTRY),
    READ_ENTRIES("read_entries", Recording.ENTRY),
    EXPORT_LEDGER("export_ledger", Recording.ENTRY),
    EXPORT_FINDINGS("export_findings", Recording.ENTRY),
    READ_SCOPE_BANDS("read_scope_bands", Recording.ENTRY),
    SIGN_BASIS("sign_basis", Recording.ENTRY),
    ERASE("erase", Recording.ENTRY),
    EVALUATE_MODEL("evaluate_model", Recording.ENTRY),
    PROPOSE_AUTHORITY_CLIENT("propose_authority_client", Recording.ENTRY),
    APPROVE_AUTHORITY_CLIENT("approve_authority_client", Recording.ENTRY),
    WITHDRAW_AUTHORITY_CLIENT("withdraw_authority_client", Recording.ENTRY),
    READ_AUTHORITY_CLIENTS("read_authority_clients", Recording.ENTRY),
    EVALUATE_PSEUDONYMS("evaluate_pseudonyms", Recording.ENTRY),
    REQUEST_REIDENTIFICATION("request_reidentification", Recording.ENTRY),
    WITHDRAW_REIDENTIFICATION("withdraw_reidentification", Recording.ENTRY),
    APPROVE_REIDENTIFICATION("approve_reidentification", Recording.ENTRY),
    ISSUE_TICKET("issue_ticket", Recording.ENTRY),
    REDEEM_TICKET("redeem_ticket", Recording.ENTRY),
    NAME_SUBSTITUTE("name_substitute", Recording.ENTRY),
    READ_REIDENTIFICATIONS("read_reidentifications", Recording.ENTRY),
    READ_REIDENTIFICATION_COUNTS("read_reidentification_counts", Recording.ENTRY),
    CONVERT_PSEUDONYMS("convert_pseudonyms", Recording.ENTRY),
    PROPOSE_DOMAIN_ERASURE("propose_domain_erasure", Recording.ENTRY),
    APPROVE_DOMAIN_ERASURE("approve_domain_erasure", Recording.ENTRY),
    DELIVER_CONVERSION("deliver_conversion", Recording.ENTRY),
    READ_HALTS("read_halts", Recording.ENTRY),
    REGISTER_HALT("register_halt", Recording.ENTRY),
    LIFT_HALT("lift_halt", Recording.ENTRY),
    READ_ERASURE_REQUESTS("read_erasure_requests", Recording.ENTRY),
    REQUEST_ERASURE("request_erasure", Recording.ENTRY),
    DECIDE_ERASURE("decide_erasure", Recording.ENTRY),
    READ_EXTRACTS("read_extracts", Recording.ENTRY),
    PREPARE_EXTRACT("prepare_extract", Recording.ENTRY),
    DECIDE_EXTRACT("decide_extract", Recording.ENTRY),
    RELEASE_EXTRACT("release_extract", Recording.ENTRY),
    READ_DOCUMENTS("read_documents", Recording.ENTRY),
    READ_MONITORING("read_monitoring", Recording.ENTRY),
    COUNT_CONCLUSIONS("count_conclusions", Recording.ENTRY),
    FOLLOW_CORRECTIONS("follow_corrections", Recording.ENTRY),
    ACKNOWLEDGE_CORRECTION("acknowledge_correction", Recording.ENTRY),
    RESUME_FLAGGING("resume_flagging", Recording.ENTRY),
    WITHDRAW_MODEL("withdraw_model", Recording.ENTRY),
    READ_MODEL_FLAGS("read_model_flags", Recording.ENTRY),
    READ_SUPERVISION("read_supervision", Recording.ENTRY),
    COMMIT_FRAME("commit_frame", Recording.ENTRY),
    DRAW_SAMPLE("draw_sample", Recording.ENTRY),
    REVIEW_DRAWN_CASE("review_drawn_case", Recording.ENTRY),
    PLAN_IMPROVEMENT("plan_improvement", Recording.ENTRY),
    MAKE_FRAME("make_frame", Recording.ENTRY),
    OPEN_DRAWN_CASES("open_drawn_cases", Recording.ENTRY),
    TAKE_SUPERVISION_PACKAGE("take_supervision_package", Recording.ENTRY),
    LIST_NOTIFICATIONS("list_notifications", Recording.ENTRY),
    LIST_CASE_FINDINGS("list_case_findings", Recording.ENTRY),
    OPEN_CASE_FINDINGS("open_case_findings", Recording.ENTRY),
    EXPORT_CASE_FINDINGS("export_case_findings", Recording.ENTRY),
    READ_CASE_FIGURES("read_case_figures", Recording.ENTRY),
    CHECK_CASES("check_cases", Recording.ENTRY),
    REGISTER_NOTIFICATION("register_notification", Recording.ENTRY),
    OPEN_NOTIFICATION("open_notification", Recording.ENTRY),
    RECORD_NOTIFICATION_STEP("record_notification_step", Recording.ENTRY),
    READ_LINKED_CHILDREN("read_linked_children", Recording.ENTRY),
    LINK_CHILDREN("link_children", Recording.ENTRY),
    READ_DUTY_ROSTER("read_duty_roster", Recording.ENTRY),
    SET_DUTY_ROSTER("set_duty_roster", Recording.ENTRY),
    TELL_DEADLINES("tell_deadlines", Recording.ENTRY),
    COUNT_NOTIFICATIONS("count_notifications", Recording.ENTRY),
    READ_STATISTICS("read_statistics", Recording.ENTRY),
    LOAD_COMPARISON("load_comparison", Recording.ENTRY),
    DISCUSS_FIGURE("discuss_figure", Recording.ENTRY),
    LIST_FOLLOW_UP("list_follow_up", Recording.ENTRY),
    OPEN_FOLLOW_UP("open_follow_up", Recording.ENTRY),
    CLOSE_FOLLOW_UP("close_follow_up", Recording.ENTRY),
    READ_REGISTERED_MEASURES("read_registered_measures", Recording.ENTRY),
    READ_GUIDELINES("read_guidelines", Recording.ENTRY),
    EDIT_GUIDELINE("edit_guideline", Recording.ENTRY),
    ANSWER_SELF_CHECK("answer_self_check", Recording.ENTRY),
    LIST_HANDOVERS("list_handovers", Recording.ENTRY),
    OPEN_HANDOVER("open_handover", Recording.ENTRY),
    SEND_HANDOVER("send_handover", Recording.ENTRY),
    ANSWER_HANDOVER("answer_handover", Recording.ENTRY);

    /** How a decision about the action reaches the record. */
    public enum Recording {
        /** One entry for each decision. */
        ENTRY,
        /** Counted per minute: public material that concerns no person, and attempts by nobody in particular. */
        COUNTED
    }

    private final String id;
    private final Recording recording;

    Action(String id, Recording recording) {
        this.id = id;
        this.recording = recording;
    }

    /** The word in policies and entries. */
    public String id() {
        return id;
    }

    /** How a permitted request is recorded; a refusal of a known actor is always an entry. */
    public Recording recording() {
        return recording;
    }
}
