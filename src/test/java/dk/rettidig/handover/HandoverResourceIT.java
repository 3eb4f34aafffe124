package dk.rettidig.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handovers over HTTP, as the people of municipality 999 meet them. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HandoverResourceIT {

    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final String PATH = "/api/v1/handovers";
    private static final String CHILD = Sender.pseudonym(8_301);
    private static final String WHY = "Familien er set hjemme, og vi fortsætter støtten.";

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        VaultSender.clear();
    }

    private static Response read(String id) {
        return Session.of(ONE).get(PATH + "/" + id);
    }

    private static Response say(String id, String what, Map<String, Object> body) {
        return Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", read(id).header("ETag"))
                .body(body)
                .post(PATH + "/" + id + what);
    }

    private static Response send(Object body) {
        return Session.of(ONE).contentType(ContentType.JSON).body(body).post(PATH);
    }

    @Test
    void theReceiverSeesTheContentsAfterOpeningAndTheNotificationIsOnTheListOfNotifications() throws SQLException {
        String id = HandedOver.received(CHILD);
        assertThat(read(id).<String>path("stage")).isEqualTo("delivered");
        assertThat(read(id).<Object>path("contents")).isNull();
        assertThat(read(id).<List<String>>path("duties.duty")).containsExactly("open", "answer");

        Response opened = say(id, "/opening", Map.of());

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(opened.<List<String>>path("contents.grounds")).containsExactly("measure_running", "support_needed");
        assertThat(opened.<String>path("acts[0].by")).isEqualTo(ONE.username());
        String notification = opened.path("notification");
        assertThat(Session.of(ONE).get("/api/v1/notifications").<List<String>>path("notifications.id"))
                .contains(notification);
        Response answered = say(id, "/answers", Map.of("code", "taken_over", "because", WHY));
        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(201);
        assertThat(answered.<String>path("stage")).isEqualTo("answered");
        assertThat(answered.asString()).doesNotContain(CHILD);
        assertThat(Session.of(ONE).get(PATH).<List<String>>path("handovers.id")).isEmpty();
        assertThat(Session.of(ONE).get(PATH + "?state=ended&side=receiver").<List<String>>path("handovers.id"))
                .containsExactly(id);
    }

    @Test
    void writingNeedsTheVersionThatWasRead() throws SQLException {
        String id = HandedOver.received(CHILD);
        Response none = Session.of(ONE).contentType(ContentType.JSON).post(PATH + "/" + id + "/opening");
        assertThat(none.statusCode()).isEqualTo(428);
        Response old = Session.of(ONE)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .post(PATH + "/" + id + "/opening");
        assertThat(old.<String>path("code")).isEqualTo("handover_changed");
        assertThat(say(id, "/answers", Map.of("code", "no_need", "because", WHY))
                        .<String>path("code"))
                .isEqualTo("handover_not_now");
        assertThat(say(id, "/closing", Map.of("code", "withdrawn", "because", WHY))
                        .<String>path("code"))
                .isEqualTo("handover_other_side");
        assertThat(say(id, "/answers", Map.of()).<List<String>>path("errors.field"))
                .containsExactlyInAnyOrder("code", "because");
    }

    @Test
    void inventedAndRealChildrenAreKeptApart() {
        String today = Due.dayOf(Clock.systemUTC().instant()).toString();
        Response answer = send(Map.of(
                "child",
                CHILD,
                "receiver",
                "101",
                "age",
                "3-6",
                "moved_on",
                today,
                "known_on",
                today,
                "grounds",
                List.of("support_needed"),
                "materials",
                List.of("summary")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<List<String>>path("errors.code")).containsExactly("handover_receiver_synthetic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"child\":null,\"grounds\":[null],\"materials\":null}",
                "{\"child\":\"010203-1234\",\"remark\":\"barnet 010203-1234 er flyttet\"}",
            })
    void whatIsMissingIsSaidFieldByField(String body) {
        Response answer = send(body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<List<String>>path("errors.field"))
                .contains("child", "receiver", "age", "moved_on", "known_on", "grounds", "materials");
        assertThat(answer.asString()).doesNotContain("010203");
    }

    @Test
    void pagesOfTheListFollowEachOther() throws SQLException {
        String first = HandedOver.received(CHILD);
        String second = HandedOver.sent(Sender.pseudonym(8_302));
        Response one = Session.of(ONE).get(PATH + "?limit=1");
        String next = one.header("Link").replaceAll("<(.*)>.*", "$1");
        Response two = Session.of(ONE).get(next);

        assertThat(List.of(one.<String>path("handovers[0].id"), two.<String>path("handovers[0].id")))
                .containsExactlyInAnyOrder(first, second);
        assertThat(Session.of(ONE).get(PATH + "?side=nobody").statusCode()).isEqualTo(400);
        assertThat(Session.of(ONE).get(PATH + "?state=x").statusCode()).isEqualTo(400);
        assertThat(Session.of(ONE).get(PATH + "?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void whoMayNotReadsNothing() throws SQLException {
        String id = HandedOver.received(CHILD);
        for (DemoPerson person : List.of(DemoPerson.DATA_PROTECTION_OFFICER, DemoPerson.DATA_TEAM)) {
            assertThat(Session.of(person).get(PATH).statusCode()).isEqualTo(403);
            assertThat(Session.of(person).get(PATH + "/" + id).statusCode()).isEqualTo(403);
        }
    }
}
