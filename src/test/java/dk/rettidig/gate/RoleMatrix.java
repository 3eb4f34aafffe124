package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.ActorKind;
import dk.rettidig.law.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may do what for which purpose, written by hand and never computed from the rules. */
final class RoleMatrix {

    /** Everyone who may ask for something that processes no child's data, and for which purposes. */
    private static final Map<Action, Map<ActorKind, String>> MATRIX = matrix();

    private static final List<ActorKind> UNIT = List.of(ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);

    /** Actions on children's data, or on models of them, with those who alone may do them, for one purpose each. */
    private static final Map<Action, List<ActorKind>> PROCESSING = new TreeMap<>(Map.ofEntries(
            Map.entry(Action.DELIVER, List.of(ActorKind.REGISTRY)),
            Map.entry(Action.START_RUN, List.of(ActorKind.TEAM_LEADER)),
            Map.entry(Action.OPEN_FLAG, List.of(ActorKind.CASEWORKER)),
            Map.entry(Action.READ_WEIGHTS, List.of(ActorKind.CASEWORKER)),
            Map.entry(Action.REQUEST_REIDENTIFICATION, List.of(ActorKind.CASEWORKER)),
            Map.entry(Action.ISSUE_TICKET, List.of(ActorKind.CASEWORKER)),
            Map.entry(Action.EVALUATE_MODEL, List.of(ActorKind.MODEL_OWNER, ActorKind.DATA_TEAM_PERSON)),
            Map.entry(Action.REGISTER_NOTIFICATION, UNIT),
            Map.entry(Action.OPEN_NOTIFICATION, UNIT),
            Map.entry(Action.RECORD_NOTIFICATION_STEP, UNIT),
            Map.entry(Action.READ_LINKED_CHILDREN, UNIT),
            Map.entry(Action.LINK_CHILDREN, UNIT),
            Map.entry(Action.CHECK_CASES, List.of(ActorKind.SCHEDULER)),
            Map.entry(Action.OPEN_CASE_FINDINGS, UNIT),
            Map.entry(Action.EXPORT_CASE_FINDINGS, List.of(ActorKind.TEAM_LEADER)),
            Map.entry(Action.MAKE_FRAME, List.of(ActorKind.TEAM_LEADER)),
            Map.entry(
                    Action.OPEN_DRAWN_CASES,
                    List.of(ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER)),
            Map.entry(Action.OPEN_FOLLOW_UP, UNIT),
            Map.entry(Action.CLOSE_FOLLOW_UP, UNIT),
            Map.entry(Action.OPEN_HANDOVER, UNIT),
            Map.entry(Action.SEND_HANDOVER, UNIT),
            Map.entry(Action.ANSWER_HANDOVER, UNIT)));

    /** What only a key may ask for, in domains of its own. */
    static final Set<Action> PSEUDONYMS =
            Set.of(Action.EVALUATE_PSEUDONYMS, Action.CONVERT_PSEUDONYMS, Action.DELIVER_CONVERSION);

    private RoleMatrix() {}

    /** The row of an action: who may, and for which purposes. */
    static Map<ActorKind, String> of(Action action) {
        return MATRIX.getOrDefault(action, Map.of());
    }

    private static Map<Action, Map<ActorKind, String>> matrix() {
        Map<Action, Map<ActorKind, String>> matrix = new TreeMap<>();
        for (ActorKind kind : ActorKind.values()) {
            row(matrix, Action.READ_PUBLIC, "administration public_account", kind);
            row(matrix, Action.SIGN_IN, "administration public_account", kind);
        }
        String home = "administration child_support model_development supervision";
        row(matrix, Action.READ_HOME, home, ActorKind.DATA_TEAM_PERSON, ActorKind.CASEWORKER);
        row(matrix, Action.READ_HOME, home, ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.READ_HOME, home, ActorKind.DATA_PROTECTION_OFFICER, ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.READ_HOME, home, ActorKind.MODEL_OWNER, ActorKind.OPERATOR, ActorKind.VERIFIER);
        String running = "administration";
        row(matrix, Action.PROPOSE_REGISTRY_KEY, running, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.APPROVE_REGISTRY_KEY, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        row(matrix, Action.WITHDRAW_REGISTRY_KEY, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        row(matrix, Action.WITHDRAW_REGISTRY_KEY, running, ActorKind.OPERATOR);
        row(matrix, Action.PROPOSE_FEED, running, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.APPROVE_FEED, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        String reading = "administration child_support";
        row(matrix, Action.READ_FEEDS, reading, ActorKind.REGISTRY, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.READ_FEEDS, reading, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_FEEDS, running, ActorKind.OPERATOR);
        row(matrix, Action.READ_FEEDS, "administration supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_DELIVERIES, reading, ActorKind.REGISTRY, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.READ_DELIVERIES, reading, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_DELIVERIES, running, ActorKind.OPERATOR);
        row(matrix, Action.READ_DELIVERIES, "administration supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_QUARANTINE, reading, ActorKind.REGISTRY, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.READ_QUARANTINE, "administration supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_RECEIPT, reading, ActorKind.REGISTRY, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.READ_RECEIPT, reading, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_RECEIPT, "administration supervision", ActorKind.DATA_PROTECTION_OFFICER);
        String runs = "administration child_support supervision";
        row(matrix, Action.READ_RUNS, runs, ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_RUNS, runs, ActorKind.DATA_TEAM_PERSON, ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.READ_RUNS, "administration model_development", ActorKind.MODEL_OWNER);
        row(matrix, Action.READ_RUNS, "administration supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.LIST_FLAGS, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.LIST_NOTIFICATIONS, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.LIST_CASE_FINDINGS, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_CASE_FIGURES, "supervision", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_CASE_FIGURES, "supervision", ActorKind.LEGAL_REVIEWER, ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.READ_CASE_FIGURES, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.LIST_FOLLOW_UP, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.LIST_HANDOVERS, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.SEAL_OWN_VIEW, "child_support", ActorKind.CASEWORKER);
        row(matrix, Action.RECORD_OUTCOME, "child_support", ActorKind.CASEWORKER);
        row(matrix, Action.WITHDRAW_REIDENTIFICATION, "child_support", ActorKind.CASEWORKER);
        row(matrix, Action.READ_REIDENTIFICATIONS, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.NAME_SUBSTITUTE, running, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_REIDENTIFICATION_COUNTS, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_LEDGER, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_ENTRIES, "supervision", ActorKind.DATA_PROTECTION_OFFICER, ActorKind.VERIFIER);
        row(matrix, Action.EXPORT_LEDGER, "supervision", ActorKind.DATA_PROTECTION_OFFICER, ActorKind.VERIFIER);
        row(matrix, Action.EXPORT_FINDINGS, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_SCOPE_BANDS, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        for (Action action : List.of(
                Action.READ_DOCUMENTS,
                Action.READ_HALTS,
                Action.REGISTER_HALT,
                Action.LIFT_HALT,
                Action.READ_ERASURE_REQUESTS,
                Action.REQUEST_ERASURE,
                Action.READ_EXTRACTS,
                Action.PREPARE_EXTRACT,
                Action.DECIDE_EXTRACT,
                Action.RELEASE_EXTRACT)) {
            row(matrix, action, "supervision", ActorKind.DATA_PROTECTION_OFFICER, ActorKind.LEGAL_REVIEWER);
        }
        row(matrix, Action.SIGN_BASIS, "supervision", ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.PROPOSE_AUTHORITY_CLIENT, running, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.APPROVE_AUTHORITY_CLIENT, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        row(matrix, Action.WITHDRAW_AUTHORITY_CLIENT, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        row(matrix, Action.WITHDRAW_AUTHORITY_CLIENT, running, ActorKind.OPERATOR);
        row(matrix, Action.PROPOSE_DOMAIN_ERASURE, running, ActorKind.DATA_TEAM_PERSON);
        row(matrix, Action.APPROVE_DOMAIN_ERASURE, running, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        String watching = "administration supervision";
        row(matrix, Action.READ_AUTHORITY_CLIENTS, watching, ActorKind.DATA_TEAM_PERSON, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_AUTHORITY_CLIENTS, watching, ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.ERASE, running, ActorKind.SCHEDULER);
        row(matrix, Action.COUNT_CONCLUSIONS, running, ActorKind.SCHEDULER);
        row(matrix, Action.READ_DUTY_ROSTER, running, ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.SET_DUTY_ROSTER, running, ActorKind.TEAM_LEADER);
        row(matrix, Action.TELL_DEADLINES, running, ActorKind.SCHEDULER);
        row(matrix, Action.COUNT_NOTIFICATIONS, running, ActorKind.SCHEDULER);
        row(matrix, Action.READ_STATISTICS, running, ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_STATISTICS, running, ActorKind.LEGAL_REVIEWER, ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.READ_STATISTICS, running, ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_REGISTERED_MEASURES, running, ActorKind.SCHEDULER);
        row(matrix, Action.READ_MONITORING, running, ActorKind.MODEL_OWNER, ActorKind.TEAM_LEADER);
        row(matrix, Action.READ_MONITORING, running, ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.FOLLOW_CORRECTIONS, running, ActorKind.SCHEDULER);
        row(matrix, Action.ACKNOWLEDGE_CORRECTION, "child_support", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.RESUME_FLAGGING, running, ActorKind.MODEL_OWNER, ActorKind.TEAM_LEADER);
        row(matrix, Action.WITHDRAW_MODEL, running, ActorKind.MODEL_OWNER);
        row(matrix, Action.READ_MODEL_FLAGS, "supervision", ActorKind.MODEL_OWNER, ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.READ_SUPERVISION, "supervision", ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.READ_SUPERVISION, "supervision", ActorKind.CASEWORKER, ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.READ_SUPERVISION, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.LOAD_COMPARISON, "administration", ActorKind.TEAM_LEADER);
        row(matrix, Action.DISCUSS_FIGURE, "administration", ActorKind.TEAM_LEADER, ActorKind.CASEWORKER);
        row(matrix, Action.READ_GUIDELINES, "supervision", ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.READ_GUIDELINES, "supervision", ActorKind.CASEWORKER, ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.READ_GUIDELINES, "supervision", ActorKind.DATA_PROTECTION_OFFICER);
        row(matrix, Action.EDIT_GUIDELINE, "supervision", ActorKind.TEAM_LEADER);
        row(matrix, Action.ANSWER_SELF_CHECK, "supervision", ActorKind.TEAM_LEADER);
        row(matrix, Action.TAKE_SUPERVISION_PACKAGE, "supervision", ActorKind.TEAM_LEADER, ActorKind.LEGAL_REVIEWER);
        row(matrix, Action.TAKE_SUPERVISION_PACKAGE, "supervision", ActorKind.CITIZENS_ADVISER);
        row(matrix, Action.COMMIT_FRAME, "supervision", ActorKind.TEAM_LEADER);
        row(matrix, Action.PLAN_IMPROVEMENT, "supervision", ActorKind.TEAM_LEADER);
        row(matrix, Action.DRAW_SAMPLE, running, ActorKind.SCHEDULER);
        row(matrix, Action.REVIEW_DRAWN_CASE, "supervision", ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);
        row(matrix, Action.REVIEW_DRAWN_CASE, "supervision", ActorKind.LEGAL_REVIEWER);
        return matrix;
    }

    private static void row(
            Map<Action, Map<ActorKind, String>> matrix, Action action, String purposes, ActorKind... kinds) {
        for (ActorKind kind : kinds) {
            matrix.computeIfAbsent(action, any -> new TreeMap<>()).put(kind, purposes);
        }
    }

    /** Each cell of the matrix as a question. */
    static Stream<Expectation> cells() {
        List<Expectation> cells = new ArrayList<>();
        for (Action action : Action.values()) {
            if (PROCESSING.containsKey(action) || PSEUDONYMS.contains(action)) {
                continue;
            }
            for (ActorKind kind : ActorKind.values()) {
                List<String> purposes =
                        Arrays.asList(of(action).getOrDefault(kind, "").split(" "));
                for (Purpose purpose : Purpose.values()) {
                    Ask asked = Ask.plain(kind, action, purpose);
                    cells.add(
                            purposes.contains(purpose.id())
                                    ? Expectation.permitted(asked)
                                    : Expectation.refused(asked));
                }
            }
        }
        return cells.stream();
    }

    /** Blinded points, asked for by everybody, for every purpose, in a domain of their own. */
    static Stream<Expectation> pseudonyms() {
        List<Expectation> cells = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                for (Action action : PSEUDONYMS) {
                    Ask own = ownDomain(kind, action, purpose);
                    boolean may = kind == ActorKind.REGISTRY && purpose == Purpose.CHILD_SUPPORT;
                    cells.add(may ? Expectation.permitted(own) : Expectation.refused(own));
                }
            }
        }
        return cells.stream();
    }

    /** Everything right of a question about pseudonyms but, perhaps, the role or the purpose. */
    static Ask ownDomain(ActorKind kind, Action action, Purpose purpose) {
        return Ask.plain(kind, action, purpose)
                .with("pseudonym_domain", "999.child_support.1")
                .with("to_domain", "999.child_support.2")
                .with("conversion", "rotation")
                .with("registry", "vault")
                .with("domain_of", "self");
    }

    /** Everything right but the role or the purpose. */
    static Stream<Expectation> processing() {
        List<Expectation> cells = new ArrayList<>();
        PROCESSING.forEach((action, kinds) -> {
            boolean evaluation = action == Action.EVALUATE_MODEL;
            Purpose right = evaluation ? Purpose.MODEL_DEVELOPMENT : Purpose.CHILD_SUPPORT;
            Ask asked = Ask.aDelivery().action(action).with("model", "scorecard-1");
            Ask fitting = evaluation ? asked.basis(Optional.empty()).phase(Optional.empty()) : asked;
            for (ActorKind kind : ActorKind.values()) {
                for (Purpose purpose : Purpose.values()) {
                    Ask cell = fitting.by(kind).purpose(purpose);
                    boolean may = kinds.contains(kind) && purpose == right;
                    cells.add(may ? Expectation.permitted(cell) : Expectation.refused(cell));
                }
            }
        });
        return cells.stream();
    }
}
