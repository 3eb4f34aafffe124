package dk.rettidig.oversight;

import static dk.rettidig.oversight.Day.CHILD;
import static dk.rettidig.oversight.Day.SIBLING;
import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Reads.own;
import static dk.rettidig.oversight.Requests.DPO;
import static dk.rettidig.oversight.Requests.LEADER;
import static dk.rettidig.oversight.Requests.ONE;
import static dk.rettidig.oversight.Requests.TWO;
import static dk.rettidig.oversight.Requests.WHY;
import static dk.rettidig.oversight.Requests.get;
import static dk.rettidig.oversight.Requests.page;
import static dk.rettidig.oversight.Requests.post;

import dk.rettidig.casefile.finding.CaseCheckJob;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.testing.Session;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Notifications, cases, follow-up and handovers in a day. */
final class DayOfCases {

    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final String FINDINGS = "/api/v1/case-findings";

    private final Steps day;

    DayOfCases(Steps day) {
        this.day = day;
    }

    void all() throws SQLException {
        notification();
        cases();
        followUp();
        handover();
    }

    /** A doctor notifies, and a caseworker reads it. */
    private void notification() {
        Map<String, Object> notification = notified("N02", "R03");
        day.step("a notification", 201, "notification.registered", () -> post(ONE, NOTIFICATIONS, notification));
        day.step("notifications", 200, "gate.permitted", () -> get(LEADER, NOTIFICATIONS));
        String sibling = Sender.notification("D-1", Sender.pseudonym(SIBLING), Instant.now(Clock.systemUTC()), "");
        day.step(
                        "the intake delivers one",
                        200,
                        "notification.delivered",
                        () -> Sender.intake().send(sibling))
                .where("feed.delivery_started", none());
        day.step("who is on duty", 200, "gate.permitted", () -> page(LEADER, "/notifications/roster"));
        day.step("what cannot wait", 200, "gate.permitted", () -> page(ONE, "/notifications/duty"))
                .where(
                        "gate.permitted list_notifications",
                        DeclaredReads.NOTIFICATIONS_LISTED.beside("duty_fallback", "duty_period"));
        day.step("it is read", 200, "notification.opened", () -> get(TWO, firstNotification()));
        day.step("the DPO reads it", 403, "gate.refused", () -> get(DPO, firstNotification()));
    }

    private static Map<String, Object> notified(String notifier, String cause) {
        return Map.of(
                "child",
                Sender.pseudonym(CHILD),
                "age",
                "7-12",
                "sex",
                "female",
                "received_at",
                Instant.now(Clock.systemUTC()).toString(),
                "notifier",
                notifier,
                "causes",
                List.of(cause));
    }

    private String firstNotification() {
        return NOTIFICATIONS + "/" + day.answer("notifications").path("notifications[0].id");
    }

    /** The case system delivers, the cases are checked, and somebody looks at one. */
    private void cases() throws SQLException {
        Sender system = Sender.caseSystem();
        String since = Sender.today().minusDays(20).toString();
        String open = Sender.scopeRow(CHILD, "\"value\":1").replace("SCOPE_NOTIFIED", "SCOPE_CASE");
        String aware = "{\"pseudonym\":\"" + Sender.pseudonym(CHILD) + "\",\"indicator\":\"CASE_AWARE\","
                + "\"period_from\":\"" + since + "\",\"period_to\":\"" + since + "\",\"value\":1}\n";
        day.step(
                        "a case is open",
                        200,
                        "feed.delivery_finished",
                        () -> Sender.openCases().send(open))
                .where("feed.delivery_started", none()); // which children are in scope is what it brings
        day.step("a case system delivers", 200, "feed.delivery_finished", () -> system.send(aware));
        day.step("the cases are checked", 200, "casefile.checked", DayOfCases::check);
        day.step("what is missing", 200, "gate.permitted", () -> get(LEADER, FINDINGS));
        day.step("one case", 200, "casefile.findings_opened", () -> get(ONE, firstCase()));
        day.step(
                "a copy of all",
                200,
                "casefile.findings_exported",
                () -> Session.of(LEADER).accept("text/csv").get(FINDINGS + "/export"));
        day.step("the DPO opens a case", 403, "gate.refused", () -> get(DPO, firstCase()));
        day.step("figures of cases", 200, "gate.permitted", () -> get(DPO, FINDINGS + "/figures"));
    }

    private static Response check() {
        Arc.container().instance(CaseCheckJob.class).get().checkAll(Instant.now(Clock.systemUTC()));
        return get(DPO, FINDINGS + "/figures");
    }

    private String firstCase() {
        return FINDINGS + "/cases/" + day.answer("what is missing").path("findings[0].case_id");
    }

    /** A second notification puts the child on the list, and a caseworker closes it. */
    private void followUp() {
        String list = "/api/v1/follow-up";
        Map<String, Object> another = notified("N01", "R18");
        day.step("one more", 201, "follow_up.listed", () -> post(ONE, NOTIFICATIONS, another));
        day.step("the list of follow-up", 200, "gate.permitted", () -> get(LEADER, list));
        day.step("what the definitions count", 200, "gate.permitted", () -> get(LEADER, list + "/statistics"))
                .where(
                        "gate.permitted list_follow_up",
                        none().beside("follow_up", "follow_up_measure", "notification"));
        day.step("the DPO asks for the list", 403, "gate.refused", () -> get(DPO, list));
        day.step("a follow-up is read", 200, "follow_up.opened", () -> get(ONE, firstFollowUp()));
        day.step("it is closed", 201, "follow_up.closed", () -> {
            Map<String, Object> closing = Map.of("code", "resolved", "because", WHY);
            return post(ONE, firstFollowUp() + "/closing", closing, day.answer("a follow-up is read"));
        });
    }

    private String firstFollowUp() {
        return "/api/v1/follow-up/" + day.answer("the list of follow-up").path("follow_ups[0].id");
    }

    /** A handover that came from another municipality is opened and answered. */
    private void handover() throws SQLException {
        String list = "/api/v1/handovers";
        String one = list + "/" + HandedOver.received(Sender.pseudonym(CHILD));
        day.step("the list of handovers", 200, "gate.permitted", () -> get(LEADER, list));
        day.step("the DPO asks for it", 403, "gate.refused", () -> get(DPO, list));
        day.step("a handover is read", 200, "handover.read", () -> get(ONE, one));
        day.step(
                        "it is opened",
                        201,
                        "handover.acted",
                        () -> post(ONE, one + "/opening", Map.of(), day.answer("a handover is read")))
                .where("notification.registered", own(DeclaredReads.JUDGED)) // nobody is answered about it
                .where("follow_up.listed", own(DeclaredReads.FOLLOW_UP)); // the child was on the list before
        Map<String, Object> answer = Map.of("code", "taken_over", "because", WHY);
        day.step(
                "it is answered",
                201,
                "handover.acted",
                () -> post(ONE, one + "/answers", answer, day.answer("it is opened")));
        day.step("a child is handed over to nowhere", 422, "gate.permitted", () -> post(ONE, list, Map.of()));
    }
}
