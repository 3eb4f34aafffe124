package dk.rettidig.notification.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Published figures of municipalities, loaded by the team leader and compared by all who read figures. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ComparisonIT {

    private static final String PATH = "/api/v1/notification-statistics/comparison";
    private static final String SOURCE = "Syntetiske tal til en test";
    private static final String HEADING = "municipality,notifications,children,compared_as\n";

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        change("set session_replication_role = replica; delete from comparison_figure; delete from comparison_load");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response load(DemoPerson person, int year, String source, String figures) {
        return Session.of(person)
                .contentType(ContentType.JSON)
                .body(Map.of("year", year, "source", source, "figures", figures))
                .post(PATH);
    }

    private static Response read(String query) {
        return Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get(PATH + query);
    }

    @Test
    void whatTheLeaderLoadsIsComparedAndIsOnTheRecord() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        assertThat(read("").statusCode()).isEqualTo(404);

        Response loaded = load(
                DemoPerson.TEAM_LEADER,
                2025,
                SOURCE,
                HEADING + "999,130,1000,\n101,9000,100000,neighbour\n147,2000,20000,both\n");

        assertThat(loaded.statusCode()).as(loaded.asString()).isEqualTo(201);
        assertThat(spy.entries("notification.comparison_loaded"))
                .singleElement()
                .asString()
                .contains("\"municipalities\":3", "\"year\":2025", SOURCE);
        Response read = read("?year=2025&group=both");
        assertThat(read.jsonPath().getList("municipalities.municipality")).containsExactly("999", "147");
        assertThat(read.jsonPath().getList("municipalities.own")).containsExactly(true, false);
        assertThat(read.jsonPath().getDouble("per_100_children")).isBetween(9.1, 9.2);
        assertThat(read.jsonPath().getString("municipalities[0].place")).isEqualTo("far_above");
        assertThat(read.jsonPath().getBoolean("drawn")).isFalse();
    }

    @Test
    void aLaterLoadOfAYearIsShownAndTheEarlierIsKept() throws SQLException {
        load(DemoPerson.TEAM_LEADER, 2024, SOURCE, HEADING + "999,1,1000,\n101,9000,100000,\n");
        load(DemoPerson.TEAM_LEADER, 2024, SOURCE + " igen", HEADING + "999,2,1000,\n101,9000,100000,\n");

        assertThat(read("").jsonPath().getString("source")).isEqualTo(SOURCE + " igen");
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from comparison_load")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0} may not load")
    @EnumSource(names = "TEAM_LEADER", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseLoads(DemoPerson person) {
        assertThat(load(person, 2025, SOURCE, HEADING + "999,1,10,\n101,1,10,\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(read("").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2025 | 999,1,10,;101,1,10,                  | figures:2 | nothing
            2125 | 999,1,10,;101,1,10,                  | year      | comparison_year_invalid
            1999 | 999,1,10,;101,1,10,                  | year      | comparison_year_invalid
            2025 | 101,1,10,;147,1,10,                  | figures   | comparison_own_missing
            2025 | 999,1,10,                            | figures   | comparison_own_missing
            2025 | 999,1,10,;100,1,10,                  | figures:3 | comparison_municipality_unknown
            2025 | 999,1,10,;DROP TABLE,1,10,           | figures:3 | comparison_municipality_unknown
            2025 | 999,1,10,;101,1,10,;101,1,10,        | figures:4 | comparison_municipality_twice
            2025 | 999,1,10,;101,-1,10,                 | figures:3 | comparison_number_invalid
            2025 | 999,1,10,;101,1,0,                   | figures:3 | comparison_number_invalid
            2025 | 999,1,10,;101,251,10,                | figures:3 | comparison_number_invalid
            2025 | 999,1,10,;101,1e3,10,                | figures:3 | comparison_number_invalid
            2025 | 999,1,10,;101,99999999999999999999,1,| figures:3 | comparison_number_invalid
            2025 | 999,1,10,;101,1,10,twin              | figures:3 | comparison_compared_as_unknown
            2025 | 999,1,10                             | figures   | comparison_figures_unreadable
            """)
    void figuresThatCannotBeUsedSayWhichLineAndWhatToDo(int year, String lines, String field, String code) {
        Response answer = load(DemoPerson.TEAM_LEADER, year, SOURCE, HEADING + lines.replace(';', '\n') + "\n");
        if (code.equals("nothing")) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
            return;
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
        assertThat(answer.asString()).doesNotContain("DROP", "twin");
    }

    @ParameterizedTest
    @CsvSource({"kort", "Tal om 010101-0000 fra registret"})
    void aSourceThatNamesNothingOrAPersonIsRefused(String source) {
        Response answer = load(DemoPerson.TEAM_LEADER, 2025, source, HEADING + "999,1,10,\n101,1,10,\n");

        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("comparison_source_invalid");
        assertThat(answer.asString()).doesNotContain("010101");
    }

    @Test
    void theApplicationCannotChangeWhatWasLoaded() throws SQLException {
        load(DemoPerson.TEAM_LEADER, 2025, SOURCE, HEADING + "999,1,10,\n101,1,10,\n");
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select has_table_privilege('rettidig_app', 'comparison_figure', 'update')"
                                + " or has_table_privilege('rettidig_app', 'comparison_load', 'delete')")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }
}
