package dk.rettidig.oversight;

import static dk.rettidig.oversight.Requests.DPO;
import static dk.rettidig.oversight.Requests.LEADER;
import static dk.rettidig.oversight.Requests.ONE;
import static dk.rettidig.oversight.Requests.TWO;
import static dk.rettidig.oversight.Requests.address;
import static dk.rettidig.oversight.Requests.get;
import static dk.rettidig.oversight.Requests.post;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.flag.FlagId;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.review.reidentification.WayBack;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people and a vault who read about children at once. What they read is there before they begin. */
final class MixedTraffic {

    /** How often each thing is read, and a multiple of the number of flags. */
    static final int TIMES = 9;

    /** Ways back to a child. */
    static final int WAYS_BACK = 3;

    private static final int CHILD = 16;

    private final List<FlagId> flags;
    private final List<FlagId> sought = new ArrayList<>();
    private final WayBack.Vault vault;
    private final String notification;
    private final String followUp;
    private final String handover;
    private final String caseFound;

    /** The first caseworker has read the flags and sealed a view of the first of them. */
    MixedTraffic() throws SQLException {
        VaultSender.clear();
        flags = List.of(Day.raised(), Day.raised(), Day.raised());
        flags.forEach(flag -> get(ONE, address(flag)));
        Requests.seal(ONE, flags.getFirst());
        vault = WayBack.Vault.of("999");
        for (int i = 0; i < WAYS_BACK; i++) {
            sought.add(WayBack.read());
        }
        notification = "/api/v1/notifications/" + notified("N02", "R03");
        notified("N01", "R18");
        followUp = "/api/v1/follow-up/" + get(LEADER, "/api/v1/follow-up").path("follow_ups[0].id");
        handover = "/api/v1/handovers/" + HandedOver.received(Sender.pseudonym(CHILD));
        caseFound = "/api/v1/case-findings/cases/" + found();
    }

    private static String notified(String notifier, String cause) {
        Map<String, Object> body = Map.of(
                "child",
                Sender.pseudonym(CHILD),
                "age",
                "7-12",
                "received_at",
                Instant.now(Clock.systemUTC()).toString(),
                "notifier",
                notifier,
                "causes",
                List.of(cause));
        return post(ONE, "/api/v1/notifications", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A case in which something is missing. */
    private static String found() throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into case_record (municipality, id, pseudonym, basis, checked_on) values (999, '" + id
                            + "', sha256('" + id + "'), 'lb.demo.case', current_date);"
                            + " insert into case_finding (municipality, case_record, rule, version, policy, state, first_seen)"
                            + " values (999, '" + id + "', 'screening.decided', 1, 'mixed', 'open', current_date)");
        }
        return id;
    }

    /** Four at a time, in an order that chance gives; returns the answers' statuses. */
    List<Integer> run() throws InterruptedException, ExecutionException {
        List<Callable<Integer>> calls = calls();
        Collections.shuffle(calls, new Random(4));
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private List<Callable<Integer>> calls() {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String flag = address(flags.get(i % flags.size()));
            add(calls, ONE, flag);
            add(calls, ONE, flag + "/weights");
            add(calls, TWO, "/api/v1/flags");
            add(calls, LEADER, "/api/v1/notifications");
            add(calls, TWO, notification);
            add(calls, DPO, notification);
            add(calls, LEADER, "/api/v1/case-findings");
            add(calls, ONE, caseFound);
            calls.add(() -> Session.of(LEADER)
                    .accept("text/csv")
                    .get("/api/v1/case-findings/export")
                    .statusCode());
            add(calls, LEADER, "/api/v1/follow-up");
            add(calls, TWO, followUp);
            add(calls, LEADER, "/api/v1/handovers");
            add(calls, ONE, handover);
        }
        for (FlagId flag : sought) {
            calls.add(() -> vault.redeem(WayBack.ticket(WayBack.approved(flag))).statusCode());
        }
        return calls;
    }

    private static void add(List<Callable<Integer>> calls, DemoPerson person, String path) {
        calls.add(() -> get(person, path).statusCode());
    }
}
