package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs together: children of one household or one letter, and notifications of one incident. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class BelongingIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final String PATH = "/api/v1/notifications";
    private static final String WHY = "De bor ikke sammen; oplysningen hørte til en anden familie.";

    @Inject
    Clock clock;

    @Inject
    ChildLinks links;

    @Inject
    NotificationRetention retention;

    private final String child = child();
    private final String sibling = child();

    private static String child() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @BeforeEach
    void sendBytesAsTheyAre() {
        Sender.sendBytesAsTheyAre();
    }

    @AfterEach
    void none() throws SQLException {
        for (String table : List.of("notification", "child_link", "follow_up", "halt")) {
            change("delete from " + table);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private Instant ago(int hours) {
        return clock.instant().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
    }

    private String registered(String pseudonym, int hoursAgo, String letter) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "child", pseudonym, "age", "7-12", "received_at", ago(hoursAgo).toString(), "notifier", "N01"));
        body.put("causes", List.of("R03"));
        body.put("letter", letter);
        Response answer =
                Session.of(ONE).contentType(ContentType.JSON).body(body).post(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static Response open(String id) {
        return Session.of(ONE).get(PATH + "/" + id);
    }

    private static Response post(String id, String what, Map<String, String> body) {
        return Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", open(id).header("ETag"))
                .body(body)
                .post(PATH + "/" + id + "/" + what);
    }

    private static List<String> waiting(Response view) {
        return view.jsonPath().getList("linked_children.collectMany { it.open.id }", String.class);
    }

    private static void deliver(Sender intake, String rows) {
        Response answer = intake.send(rows);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("rows.quarantined"))
                .as(answer.asString())
                .isZero();
    }

    private static String id(String called) throws SQLException {
        return rows("select notification from notification_arrival where called = '" + called + "'")
                .getFirst();
    }

    @Test
    void whoRegistersForOneChildSeesWhatWaitsForAnotherOfTheHouseholdAndNoMore() throws SQLException {
        Sender intake = Sender.intake();
        deliver(intake, Sender.notification("B-1", child, ago(3), ",\"household\":\"h-77\""));
        deliver(intake, Sender.notification("B-2", sibling, ago(2), ",\"household\":\"h-77\""));
        LedgerSpy spy = LedgerSpy.now();

        String mine = registered(sibling, 1, "");

        Response view = open(mine);
        assertThat(waiting(view)).containsExactly(id("B-1"));
        assertThat(view.<Integer>path("linked_children[0].other_children")).isEqualTo(1);
        assertThat(view.<String>path("linked_children[0].kind")).isEqualTo("household");
        assertThat(view.asString()).doesNotContain(child, "h-77");
        assertThat(spy.entries("gate.permitted"))
                .anyMatch(entry -> entry.toString().contains("read_linked_children"));
        assertThat(Session.of(ONE)
                        .get(PATH)
                        .<Boolean>path("notifications.find { it.id == '" + mine + "' }.others_open"))
                .isTrue();
        assertThat(rows("select reference from child_link").getFirst())
                .matches("[0-9a-f]{64}")
                .doesNotContain("h-77");
    }

    @Test
    void childrenOfOneLetterOrOneIncidentAreSeenTogether() throws SQLException {
        String one = registered(child, 3, "S-2026-40");
        String other = registered(sibling, 2, "S-2026-40");
        assertThat(waiting(open(other))).containsExactly(one);
        assertThat(open(one).<String>path("linked_children[0].kind")).isEqualTo("letter");

        String third = child();
        String fourth = child();
        deliver(
                Sender.intake(),
                Sender.notification("B-3", third, ago(3), ",\"incident\":\"i-5\"")
                        + Sender.notification("B-4", fourth, ago(3), ",\"incident\":\"i-5\""));
        assertThat(waiting(open(id("B-3")))).containsExactly(id("B-4"));
        assertThat(waiting(open(id("B-4")))).containsExactly(id("B-3"));
    }

    @Test
    void aPersonPutsChildrenTogetherAndTakesThemApartWithAReason() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String one = registered(child, 3, "");
        String other = registered(sibling, 2, "");
        assertThat(post(one, "links", Map.of("with", one)).<String>path("code")).isEqualTo("notification_same_child");
        assertThat(post(one, "links", Map.of("with", "nothing")).statusCode()).isEqualTo(404);

        assertThat(waiting(post(one, "links", Map.of("with", other)))).containsExactly(other);
        assertThat(post(one, "links", Map.of("with", other)).<String>path("code"))
                .isEqualTo("notification_children_linked");
        String link = open(one).path("linked_children[0].id");
        String removal = "links/" + link + "/removal";
        assertThat(post(one, removal, Map.of("because", "nej")).statusCode()).isEqualTo(422);
        assertThat(post(one, removal, Map.of("because", WHY + " 310290-1234")).statusCode())
                .isEqualTo(422);
        assertThat(waiting(post(one, removal, Map.of("because", WHY)))).isEmpty();
        assertThat(post(one, removal, Map.of("because", WHY)).statusCode()).isEqualTo(404);
        assertThat(waiting(open(other))).isEmpty();

        assertThat(spy.entries("notification.children_linked")).hasSize(1);
        assertThat(spy.entries("notification.child_unlinked"))
                .hasSize(1)
                .allMatch(entry -> !entry.toString().contains("anden familie"));
        assertThat(waiting(post(one, "links", Map.of("with", other)))).containsExactly(other);
    }

    @Test
    void aDeliveryDoesNotBringBackWhatAPersonTookAway() throws SQLException {
        Sender intake = Sender.intake();
        deliver(intake, Sender.notification("B-5", child, ago(5), ",\"household\":\"h-1\""));
        deliver(intake, Sender.notification("B-6", sibling, ago(4), ",\"household\":\"h-1\""));
        String link = open(id("B-6")).path("linked_children[0].id");
        post(id("B-6"), "links/" + link + "/removal", Map.of("because", WHY));

        deliver(intake, Sender.notification("B-7", sibling, ago(3), ",\"household\":\"h-1\""));

        assertThat(waiting(open(id("B-7")))).isEmpty();
        // What another sender calls the same is another household.
        deliver(Sender.intake(), Sender.notification("B-8", sibling, ago(2), ",\"household\":\"h-1\""));
        assertThat(waiting(open(id("B-8")))).isEmpty();
    }

    @Test
    void linksFollowTheChildToItsNextPseudonymAndGoWithItsLastNotification() throws SQLException {
        VaultSender.clear();
        String one = registered(child, 3, "S-2026-41");
        String other = registered(sibling, 2, "S-2026-41");
        String later = child();
        VaultSender vault = VaultSender.registered();
        try {
            assertThat(vault.rotate(
                                    VaultSender.FIRST,
                                    VaultSender.lines(
                                            VaultSender.pair(child, later), VaultSender.pair(sibling, child())))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(waiting(open(one))).containsExactly(other);
            assertThat(rows("select 1 from child_link_member where encode(pseudonym, 'hex') = '" + hex(later) + "'"))
                    .hasSize(1);

            change("update notification set done_at = now() where id = '" + one + "'");
            assertThat(waiting(open(other))).isEmpty();
            halt(later);
            retention.eraseDue(clock.instant().plus(Duration.ofDays(800)));
            assertThat(rows("select 1 from child_link_member")).hasSize(2);
            change("delete from halt");
            retention.eraseDue(clock.instant().plus(Duration.ofDays(800)));
            assertThat(rows("select encode(pseudonym, 'hex') from child_link_member"))
                    .hasSize(1)
                    .doesNotContain(hex(later));
        } finally {
            VaultSender.clear();
        }
    }

    private static void halt(String pseudonym) throws SQLException {
        Response halt = Session.of(DemoPerson.DATA_PROTECTION_OFFICER)
                .contentType(ContentType.JSON)
                .body(Map.of("pseudonym", pseudonym, "kind", "access_request", "case_reference", "S-2026-90"))
                .post("/api/v1/halts");
        assertThat(halt.statusCode()).as(halt.asString()).isEqualTo(201);
    }

    private static String hex(String pseudonym) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(pseudonym));
    }

    @Test
    void twoPseudonymsOfOneChildInOneLinkBecomeOne() throws SQLException {
        VaultSender.clear();
        registered(child, 3, "S-2026-42");
        registered(sibling, 2, "S-2026-42");
        String third = registered(child(), 1, "S-2026-42");
        VaultSender vault = VaultSender.registered();
        try {
            Response merged = vault.merge(VaultSender.FIRST, VaultSender.pair(sibling, child));
            assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
            assertThat(open(third).<Integer>path("linked_children[0].other_children"))
                    .isEqualTo(1);
        } finally {
            VaultSender.clear();
        }
    }

    @Test
    void theFirstToArriveIsTheIncidentsFirstAndWhatWasPutTogetherIsTakenApart() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        String late = registered(child, 1, "");
        String early = registered(child, 3, "");
        String middle = registered(child, 2, "");
        assertThat(post(late, "incident", Map.of("with", middle)).<String>path("incident"))
                .isEqualTo(middle);

        assertThat(post(middle, "incident", Map.of("with", early)).<String>path("incident"))
                .isEqualTo(early);
        assertThat(open(late).<String>path("incident")).isEqualTo(early);
        assertThat(open(late).<List<String>>path("duties.duty")).contains("acknowledge", "feedback");

        assertThat(post(early, "incident/removal", Map.of("because", WHY)).<String>path("code"))
                .isEqualTo("notification_not_joined");
        assertThat(post(late, "incident/removal", Map.of("because", "nej")).statusCode())
                .isEqualTo(422);
        Response apart = post(late, "incident/removal", Map.of("because", WHY));
        assertThat(apart.<String>path("incident")).isEqualTo(late);
        assertThat(open(middle).<String>path("incident")).isEqualTo(early);
        assertThat(spy.entries("notification.joined")).hasSize(2);
        assertThat(spy.entries("notification.separated")).hasSize(1);
    }

    @Test
    void aLinkIsOfItsMunicipality() {
        registered(child, 3, "S-2026-43");
        registered(sibling, 2, "S-2026-43");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() ->
                                links.any(new MunicipalityCode("101"), dk.rettidig.pseudonym.Pseudonym.parse(child))))
                .isFalse();
    }
}
