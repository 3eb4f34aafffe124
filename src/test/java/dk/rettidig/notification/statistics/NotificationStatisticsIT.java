package dk.rettidig.notification.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures on notifications from the rows to the page: counted once, protected, kept. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class NotificationStatisticsIT {

    private static final String PATH = "/api/v1/notification-statistics";

    /** The noise of the shipped setting is larger once in 500 million. */
    private static final int NEVER_MORE = 40;

    private static final Instant LATER = Instant.parse("2025-03-12T12:00:00Z");

    @Inject
    Publication publication;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        change("delete from notification");
        change(
                "set session_replication_role = replica; delete from notification_figure; delete from notification_edition");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So many notifications about different children of the synthetic municipality. */
    private static void arrive(int many, String day, String notifier) throws SQLException {
        change(
                "insert into notification (municipality, id, pseudonym, age_band, notifier, anonymous, causes, marks, incident,"
                        + " received_at, registered_at, registered_by, responsible, version)"
                        + " select 999, id, sha256(id::text::bytea), '3-6', '" + notifier + "', false, 'R03', '', id,"
                        + " '" + day + "T09:00:00Z', '" + day + "T10:00:00Z', 'nobody', 'nobody', 0"
                        + " from (select gen_random_uuid() id from generate_series(1, " + many + ")) made");
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new java.util.ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static Response read(String query) {
        return Session.of(DemoPerson.TEAM_LEADER).accept("application/json").get(PATH + query);
    }

    @Test
    void aYearIsPublishedNearToWhatWasCountedAndNotExactly() throws SQLException {
        arrive(1000, "2024-01-01", "N01");
        arrive(300, "2024-12-31", "N02");
        publication.publish(LATER);
        Response year = read("?period=year&by=notifier");
        assertThat(year.statusCode()).as(year.asString()).isEqualTo(200);
        assertThat(year.path("id").toString()).isEqualTo("[edition, notifier, measure]");
        assertThat(year.path("dimension.edition.category.index").toString()).isEqualTo("[2024]");
        List<Number> values = year.path("value");
        int measures = year.path("size[2]");
        assertThat(values.get(0).intValue()).isBetween(1000 - NEVER_MORE, 1000 + NEVER_MORE);
        assertThat(values.get(measures).intValue()).isBetween(300 - NEVER_MORE, 300 + NEVER_MORE);
        assertThat(rows("select figure from notification_figure where dimension = 'cause' and edition = '2024'"))
                .as("twenty causes that nobody named: were they all zero, nothing would be protected")
                .anyMatch(figure -> !figure.equals("0"));
        assertThat(year.<Object>path("status")).isNull();
    }

    private static void state(String sex, String day) throws SQLException {
        change("insert into notification_sex select municipality, id, '" + sex + "' from notification"
                + " where received_at = '" + day + "T09:00:00Z'");
    }

    @Test
    void aYearIsCountedBySexProtectedAndAMonthIsNot() throws SQLException {
        arrive(900, "2024-01-01", "N01");
        state("female", "2024-01-01");
        arrive(700, "2024-06-01", "N01");
        state("male", "2024-06-01");
        arrive(300, "2024-12-31", "N01");
        publication.publish(LATER);
        Response year = read("?period=year&by=sex");
        assertThat(year.statusCode()).as(year.asString()).isEqualTo(200);
        assertThat(year.path("dimension.sex.category.index").toString()).isEqualTo("[female, male, unknown]");
        assertThat(year.path("dimension.measure.category.index").toString()).isEqualTo("[notifications, children]");
        List<Number> values = year.path("value");
        List<Integer> counts = List.of(900, 900, 700, 700, 300, 300);
        for (int i = 0; i < counts.size(); i++) {
            assertThat(values.get(i).intValue()).isBetween(counts.get(i) - NEVER_MORE, counts.get(i) + NEVER_MORE);
        }
        assertThat(values.stream().map(Number::intValue).toList())
                .as("all six as they were counted: then nothing would be protected")
                .isNotEqualTo(counts);
        assertThat(rows("select distinct edition from notification_figure where dimension = 'sex'"))
                .containsExactly("2024");
    }

    @Test
    void anEditionFromBeforeThereWereFiguresBySexSaysThatItHasNone() throws SQLException {
        arrive(50, "2024-01-01", "N01");
        publication.publish(LATER);
        change("set session_replication_role = replica; delete from notification_figure where dimension = 'sex'");
        assertThat(publication.publish(LATER.plusSeconds(60)))
                .as("nothing is counted later")
                .isZero();
        assertThat(read("?period=year&by=sex").path("status").toString()).contains("0=not_counted");
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .accept("text/csv")
                        .get(PATH + "?period=year&by=sex")
                        .asString())
                .contains("2024,female,notifications,,6,not_counted,");
    }

    @Test
    void anEditionIsPublishedOnceWhateverArrivesLater() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        arrive(50, "2025-01-10", "N01");
        publication.publish(LATER);
        List<String> before =
                rows("select edition || category || measure || figure from notification_figure order by 1");
        arrive(500, "2025-01-11", "N01");
        assertThat(publication.publish(LATER.plusSeconds(60))).isZero();
        assertThat(rows("select edition || category || measure || figure from notification_figure order by 1"))
                .isEqualTo(before)
                .isNotEmpty();
        assertThat(spy.entries("notification.statistics_published"))
                .singleElement()
                .asString()
                .contains("\"2025-01\"")
                .doesNotContain("N01", "R03");
    }

    @Test
    void twoReplicasPublishAnEditionOnce() throws Exception {
        arrive(50, "2025-01-10", "N01");
        LedgerSpy spy = LedgerSpy.now();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = both.submit(() -> publication.publish(LATER));
            Future<Integer> two = both.submit(() -> publication.publish(LATER));
            assertThat(one.get() + two.get()).isEqualTo(1);
        }
        assertThat(spy.entries("notification.statistics_published")).hasSize(1);
    }

    @Test
    void figuresStayWhenTheNotificationsAreErased() throws SQLException {
        arrive(50, "2025-01-10", "N01");
        publication.publish(LATER);
        String before = read("?period=month&by=total").asString();
        change("delete from notification");
        assertThat(read("?period=month&by=total").asString()).isEqualTo(before);
    }

    @Test
    void aPeriodThatTheMunicipalityBeganInIsMarked() throws SQLException {
        arrive(50, "2024-06-10", "N01");
        publication.publish(LATER);
        assertThat(read("?period=year&by=age").path("status").toString()).contains("0=partial");
        String csv = Session.of(DemoPerson.TEAM_LEADER)
                .accept("text/csv")
                .get(PATH + "?period=year&by=age")
                .asString();
        assertThat(csv)
                .startsWith("edition,age,measure,figure,margin_95,mark,published_at\r\n2024,unborn,notifications,")
                .contains(",6,partial,2025-03-12T12:00:00Z");
    }

    @Test
    void aMunicipalityWithThirtyChildrenHasSharesOnlyWhereTheySaySomething() throws SQLException {
        arrive(9, "2024-06-10", "N01");
        publication.publish(LATER);
        String page = Session.of(DemoPerson.TEAM_LEADER)
                .accept("text/html")
                .get("/statistics?period=year&by=notifier")
                .asString();
        assertThat(page).contains("Udgave 2024").doesNotContain("%)");
    }

    @Test
    void nothingIsGivenBeforeAnythingIsPublishedAndOtherWordsAreRefused() {
        assertThat(read("").statusCode()).isEqualTo(404);
        assertThat(read("?period=week").statusCode()).isEqualTo(400);
        assertThat(read("?by=child").statusCode()).isEqualTo(400);
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .accept("text/csv")
                        .get(PATH)
                        .asString())
                .isEqualTo("edition,notifier,measure,figure,margin_95,mark,published_at\r\n");
    }
}
