package dk.rettidig.oversight;

import static dk.rettidig.oversight.Reads.none;
import static dk.rettidig.oversight.Requests.LEADER;
import static dk.rettidig.oversight.Requests.get;

import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.scoring.FixtureModel;
import dk.rettidig.testing.Session;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What registries and the vault deliver in a day, and the run on it. */
final class DayOfRegistries {

    private final Steps day;

    DayOfRegistries(Steps day) {
        this.day = day;
    }

    void registries() throws SQLException {
        Sender notifications = Sender.notifications();
        Sender school = Sender.school();
        String inScope = Sender.scopeRow(Day.CHILD, "\"value\":1");
        String absence = school.row(Day.CHILD, "\"value\":0.5");
        day.step("children come into scope", 200, "feed.delivery_finished", () -> notifications.send(inScope))
                .where("feed.delivery_started", none()); // which children are in scope is what it brings
        day.step("a school delivers", 200, "feed.delivery_finished", () -> school.send(absence));
        day.step("it delivers once more", 200, "feed.delivery_finished", () -> school.send(absence));
        day.step("a stranger delivers", 401, Steps.COUNTED, () -> school.post("a.b.c", new byte[] {'x'}));
        day.step("a run", 202, "flag.run_finished", DayOfRegistries::run);
        day.step("a run of everybody", 403, "gate.refused", () -> run("population"));
    }

    /** A run, waited for. */
    private static Response run() throws InterruptedException {
        Response started = run("notified");
        for (int tries = 0; tries < 300; tries++) {
            String state =
                    get(LEADER, "/api/v1/runs/" + started.path("id")).jsonPath().getString("state");
            if (!state.equals("started")) {
                return started;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the run did not end");
    }

    private static Response run(String scope) {
        return Session.of(LEADER)
                .contentType("application/json")
                .body(Map.of(
                        "municipality",
                        "999",
                        "basis",
                        "lb.demo.notified",
                        "phase",
                        "demo",
                        "scope",
                        scope,
                        "model",
                        FixtureModel.REF.toString(),
                        "indicators",
                        List.of(),
                        "as_of",
                        LocalDate.now(ZoneId.of("Europe/Copenhagen")).toString()))
                .post("/api/v1/runs");
    }

    /** The last of the day. */
    void end() throws SQLException {
        VaultSender vault = VaultSender.registered();
        String pair = VaultSender.pair(Sender.pseudonym(Day.CHILD), Sender.pseudonym(Day.CHILD + 1_000));
        String sibling = VaultSender.pair(Sender.pseudonym(Day.SIBLING), Sender.pseudonym(Day.SIBLING + 1_000));
        day.step("the keys change", 200, "conversion.rotated", () -> vault.rotate(VaultSender.FIRST, pair + sibling));
    }
}
