package dk.rettidig.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.notification.MovingDesk;
import dk.rettidig.notification.NotificationDraft;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The Ombudsman's case 2014-19, with synthetic children and no scoring: eleven notifications in a year about two siblings who
 * moved here from another municipality, and no measure. Somebody is told at every step, and every telling is an entry.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ElevenNotificationsIT {

    private static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final String PATH = "/api/v1/follow-up";
    private static final String ME = DemoPerson.CASEWORKER_ONE.username();
    private static final Actor UNIT = new Actor.Caseworker(new ActorName(ME), HERE);
    private static final Duration MOMENT = Duration.ofMillis(1);

    /** Under local ids until the vault knew the numbers. */
    private static final int ELDER_AT_FIRST = 7_301;

    private static final int YOUNGER_AT_FIRST = 7_302;
    private static final int ELDER = 7_311;
    private static final int YOUNGER = 7_312;

    @Inject
    MovingDesk desk;

    @Inject
    FollowUpJobs jobs;

    private final List<String> expected = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
    }

    private void notified(int child, String at, String notifier, String cause) {
        desk.at(Instant.parse(at).plus(Duration.ofMinutes(30)))
                .register(
                        UNIT,
                        new NotificationDraft(
                                Sender.pseudonym(child), "", "7-12", "", at, notifier, List.of(cause), List.of(), ""));
        jobs.run(Instant.parse(at).plus(Duration.ofMinutes(31)));
    }

    /** Nobody is told a moment before; at the moment somebody is, and once. */
    private void tells(int child, String step, String who, String due) throws SQLException {
        Instant moment = Instant.parse(due);
        jobs.run(moment.minus(MOMENT));
        assertThat(told()).as("before " + step).containsExactlyInAnyOrderElementsOf(expected);
        jobs.run(moment);
        jobs.run(moment.plus(Duration.ofMinutes(1)));
        was(child, step, who, due);
    }

    private void was(int child, String step, String who, String due) throws SQLException {
        expected.add((child == ELDER ? "elder " : "younger ") + step + " " + who + " " + due);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> told() throws SQLException {
        List<String> told = new ArrayList<>();
        for (String id : Session.of(DemoPerson.TEAM_LEADER).get(PATH).<List<String>>path("follow_ups.id")) {
            Response one = Session.of(DemoPerson.TEAM_LEADER).get(PATH + "/" + id);
            for (Map<String, Object> each : one.jsonPath().<Map<String, Object>>getList("tellings")) {
                told.add(name(id) + " " + each.get("step") + " " + (each.get("to") == null ? "leader" : each.get("to"))
                        + " " + each.get("due"));
            }
        }
        return told;
    }

    private static String name(String id) throws SQLException {
        String elder = "in (" + hex(ELDER) + ", " + hex(ELDER_AT_FIRST) + ")";
        return VaultSender.number("select count(*) from follow_up where id = '" + id + "' and pseudonym " + elder) == 1
                ? "elder"
                : "younger";
    }

    private static String hex(int child) {
        return "'\\x" + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(Sender.pseudonym(child))) + "'";
    }

    @Test
    void somebodyIsToldAtEveryStepFromTheSecondNotificationOn() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        // Monday: the municipality that they left notifies (BL § 132). One each is neither repeated nor grave.
        notified(ELDER_AT_FIRST, "2025-09-01T08:00:00Z", "N09", "R14");
        notified(YOUNGER_AT_FIRST, "2025-09-01T08:05:00Z", "N09", "R14");
        assertThat(told()).isEmpty();

        // The elder's second: the responsible person at once, and again when three hverdage are over.
        notified(ELDER_AT_FIRST, "2025-10-06T08:00:00Z", "N01", "R03");
        was(ELDER, "listed", ME, "2025-10-06T08:00:00Z");
        tells(ELDER, "silence", ME, "2025-10-09T22:00:00Z");

        // The vault learns who they are: the list follows them.
        String pairs = VaultSender.pair(Sender.pseudonym(ELDER_AT_FIRST), Sender.pseudonym(ELDER))
                + VaultSender.pair(Sender.pseudonym(YOUNGER_AT_FIRST), Sender.pseudonym(YOUNGER));
        assertThat(VaultSender.registered().merge(VaultSender.FIRST, pairs).statusCode())
                .isEqualTo(200);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(expected);

        // Six hverdage: Saturday counts, Sunday does not. Now the team leader.
        tells(ELDER, "leader", "leader", "2025-10-13T22:00:00Z");

        // The younger's second, and its clock across the end of summer time.
        notified(YOUNGER, "2025-10-20T08:00:00Z", "N01", "R03");
        was(YOUNGER, "listed", ME, "2025-10-20T08:00:00Z");
        tells(YOUNGER, "silence", ME, "2025-10-23T22:00:00Z");
        tells(YOUNGER, "leader", "leader", "2025-10-27T23:00:00Z");
        tells(ELDER, "leader_again", "leader", "2025-11-03T23:00:00Z");
        tells(YOUNGER, "leader_again", "leader", "2025-11-17T23:00:00Z");

        // Seven more. Each is told to the team leader when it is registered.
        again(ELDER, "2025-12-01T09:00:00Z", "N04", "R11");
        again(YOUNGER, "2026-01-12T09:00:00Z", "N01", "R03");
        again(ELDER, "2026-02-02T09:00:00Z", "N02", "R06");
        again(YOUNGER, "2026-03-09T09:00:00Z", "N11", "R14");
        again(ELDER, "2026-04-13T08:00:00Z", "N01", "R03");
        again(YOUNGER, "2026-06-01T08:00:00Z", "N08", "R11");
        again(ELDER, "2026-08-24T08:00:00Z", "N02", "R18");

        assertThat(VaultSender.number("select count(*) from notification")).isEqualTo(11);
        assertThat(spy.entries("notification.registered")).hasSize(11);
        assertThat(spy.entries("follow_up.listed")).hasSize(2);
        assertThat(spy.entries("follow_up.told")).hasSize(15).hasSize(expected.size());
        assertThat(entries(spy, "\"to\":\"leader\"")).isEqualTo(11);
        assertThat(entries(spy, "\"to\":\"responsible\"")).isEqualTo(4);
        for (String due : List.of("2025-10-09T22:00:00Z", "2025-11-17T23:00:00Z", "2026-08-24T08:00:00Z")) {
            assertThat(entries(spy, due.substring(0, 19))).as(due).isEqualTo(1);
        }
        assertThat(spy.types()).noneMatch(type -> type.startsWith("flag.") || type.startsWith("review."));
        theTwoAreSeenTogether(spy);
        theListNeverForgets(spy);
    }

    private void again(int child, String at, String notifier, String cause) throws SQLException {
        notified(child, at, notifier, cause);
        was(child, "again", "leader", at);
    }

    private static long entries(LedgerSpy spy, String holding) throws SQLException {
        return spy.entries("follow_up.told").stream()
                .filter(entry -> entry.contains(holding))
                .count();
    }

    /** One story: whoever reads about one of them sees the other, once a person has put them together, and not before. */
    private void theTwoAreSeenTogether(LedgerSpy spy) throws SQLException {
        List<String> ids = Session.of(DemoPerson.TEAM_LEADER).get(PATH).path("follow_ups.id");
        long scoped = VaultSender.number("select count(*) from scope where municipality = 999");
        Response elder = Session.of(DemoPerson.TEAM_LEADER).get(PATH + "/" + ids.getFirst());
        Response younger = Session.of(DemoPerson.TEAM_LEADER).get(PATH + "/" + ids.getLast());
        assertThat(elder.<List<Object>>path("household")).isEmpty();

        Response linked = Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .body(Map.of("with", younger.<String>path("received[0].id")))
                .post("/api/v1/notifications/" + elder.path("received[0].id") + "/links");
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        Response together = Session.of(DemoPerson.CASEWORKER_ONE).get(PATH + "/" + ids.getFirst());

        assertThat(together.<List<String>>path("household.id")).containsExactly(ids.getLast());
        assertThat(together.<List<String>>path("household.state")).containsExactly("open");
        assertThat(together.<Integer>path("notifications") + together.<Integer>path("household[0].notifications"))
                .as("the eleven of a year")
                .isEqualTo(11);
        assertThat(together.<List<String>>path("received.id"))
                .as("the other's own notifications are read with the other")
                .doesNotContainAnyElementsOf(younger.path("received.id"));
        assertThat(Session.of(DemoPerson.CASEWORKER_ONE)
                        .get(PATH + "/" + ids.getLast())
                        .<List<String>>path("household.id"))
                .containsExactly(ids.getFirst());
        assertThat(spy.entries("gate.permitted"))
                .filteredOn(entry -> entry.contains("read_linked_children"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(VaultSender.number("select count(*) from scope where municipality = 999"))
                .as("a link draws nobody into scope")
                .isEqualTo(scoped);
    }

    /** Nothing closes by itself; a person says what it was. */
    private void theListNeverForgets(LedgerSpy spy) throws SQLException {
        jobs.run(Instant.parse("2027-08-24T08:00:00Z"));
        List<String> ids = Session.of(DemoPerson.TEAM_LEADER).get(PATH).path("follow_ups.id");
        assertThat(ids).hasSize(2);
        Response elder = Session.of(DemoPerson.TEAM_LEADER).get(PATH + "/" + ids.getFirst());
        assertThat(elder.<List<String>>path("reasons")).containsExactly("repeated", "grave");
        assertThat(elder.<List<String>>path("received.id")).hasSize(6);

        Response closed = Session.of(DemoPerson.TEAM_LEADER)
                .contentType(ContentType.JSON)
                .header("If-Match", elder.header("ETag"))
                .body(Map.of("code", "failure", "because", "Kommunen skulle have undersøgt sagen i efteråret."))
                .post(PATH + "/" + ids.getFirst() + "/closing");

        assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(201);
        assertThat(spy.entries("follow_up.closed")).hasSize(1);
    }
}
