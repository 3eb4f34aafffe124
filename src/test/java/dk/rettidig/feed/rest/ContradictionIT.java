package dk.rettidig.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two deliveries say different things under one key: the fact is unknown, the DPO sees a band, and no sender learns of it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ContradictionIT {

    private static final AtomicInteger CHILDREN = new AtomicInteger(84_000);
    private static final String AT = "\"known_at\":\"2026-01-05T00:00:00Z\"";
    private static final String LATER = "\"known_at\":\"2026-01-06T00:00:00Z\"";
    private static final String FIRST_STANDS = "2026-01-05T00:00:00 0.1 held";
    private static final String UNKNOWN = "2026-01-05T00:00:00.000001 0 taken back";

    private Sender school;
    private Sender other;
    private int child;

    @BeforeEach
    void aChildInScopeAndTwoSchools() throws SQLException {
        Sender.sendBytesAsTheyAre();
        child = CHILDREN.incrementAndGet();
        Sender.notifications().send(Sender.scopeRow(child, "\"value\":1"));
        school = Sender.school();
        other = Sender.school();
    }

    private static String value(double value, String at) {
        return "\"value\":" + value + "," + at;
    }

    private static String band(Response receipt) {
        assertThat(receipt.statusCode()).isEqualTo(200);
        String id = receipt.path("delivery_id");
        Response bands = Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get("/api/v1/scope/bands");
        return bands.path("find { it.delivery_id == '" + id + "' }.rows_contradicted");
    }

    /** What is stored of a child, oldest first. */
    private static List<String> stored(int child) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement select = connection.prepareStatement(
                        "select trim(trailing '.' from trim(trailing '0' from to_char(known_at"
                                + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'))) || ' ' || value || ' ' || case when"
                                + " retracted then 'taken back' else 'held' end from observation where pseudonym = ?"
                                + " order by known_at")) {
            select.setBytes(1, Base64.getUrlDecoder().decode(Sender.pseudonym(child)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1).replace("00:00: ", "00:00:00 "));
                }
            }
        }
        return rows;
    }

    @Test
    void anotherRegistrysOtherValueMakesTheFactUnknown() throws SQLException {
        Response first = school.send(school.row(child, value(0.1, AT)));
        Response second = other.send(other.row(child, value(0.2, AT)));

        assertThat(stored(child)).containsExactly(FIRST_STANDS, UNKNOWN);
        assertThat(band(first)).isEqualTo("0");
        assertThat(band(second)).isEqualTo("1-9");
    }

    @Test
    void anotherDeliveryOfTheSameRegistryDoesToo() throws SQLException {
        school.send(school.row(child, value(0.1, AT)));
        Response second = school.send(school.row(child, value(0.2, AT)));

        assertThat(stored(child)).containsExactly(FIRST_STANDS, UNKNOWN);
        assertThat(band(second)).isEqualTo("1-9");
    }

    @Test
    void theSameValueAgainIsNoContradiction() throws SQLException {
        school.send(school.row(child, value(0.1, AT)));

        Response again = other.send(other.row(child, value(0.1, AT)));

        assertThat(stored(child)).containsExactly(FIRST_STANDS);
        assertThat(band(again)).isEqualTo("0");
    }

    @Test
    void aRetractionOfTheSameMomentContradicts() throws SQLException {
        school.send(school.row(child, value(0.1, AT)));

        Response taken = other.send(other.row(child, "\"op\":\"retract\"," + AT));

        assertThat(stored(child)).containsExactly(FIRST_STANDS, UNKNOWN);
        assertThat(band(taken)).isEqualTo("1-9");
    }

    @Test
    void anAssertionOfTheSameMomentAsARetractionDoesNotBringTheFactBack() throws SQLException {
        school.send(school.row(child, "\"op\":\"retract\"," + AT));

        Response told = other.send(other.row(child, value(0.2, AT)));

        assertThat(stored(child)).singleElement().asString().endsWith("taken back");
        assertThat(band(told)).isEqualTo("1-9");
    }

    @Test
    void bothWindowsDeliveredAgainEachNightChangeNothingMore() throws SQLException {
        for (int night = 0; night < 3; night++) {
            school.send(school.row(child, value(0.1, AT)));
            other.send(other.row(child, value(0.2, AT)));
        }

        assertThat(stored(child)).containsExactly(FIRST_STANDS, UNKNOWN);
    }

    @Test
    void whatASourceTellsLaterHolds() throws SQLException {
        school.send(school.row(child, value(0.1, AT)));
        other.send(other.row(child, value(0.2, AT)));

        school.send(school.row(child, value(0.3, LATER)));

        assertThat(stored(child)).hasSize(3).last().asString().endsWith("0.3 held");
    }

    @Test
    void whatWasToldLaterAlreadyStandsAlsoWithinOneDelivery() throws SQLException {
        school.send(school.row(child, value(0.1, AT)) + school.row(child, value(0.3, LATER)));

        Response second = other.send(other.row(child, value(0.2, AT)));
        Response mixed = other.send(other.row(child, value(0.4, AT)) + other.row(child, value(0.3, LATER)));

        assertThat(stored(child)).hasSize(2).last().asString().endsWith("0.3 held");
        assertThat(band(second)).isEqualTo("1-9");
        assertThat(band(mixed)).isEqualTo("1-9");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.2", "0.1, 0.1"})
    void theSenderLearnsNothing(double before, double now) throws SQLException {
        // Given: one child in scope of whom something is stored, one out of scope.
        int outside = CHILDREN.incrementAndGet();
        school.send(school.row(child, value(before, AT)));
        school.send(school.row(outside, value(before, AT)));

        // When
        LedgerSpy inside = LedgerSpy.now();
        Response known = other.send(other.row(child, value(now, AT)));
        List<String> entered = feedEntries(inside);
        LedgerSpy out = LedgerSpy.now();
        Response unknown = other.send(other.row(outside, value(now, AT)));

        // Then
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.jsonPath().getMap("rows")).isEqualTo(unknown.jsonPath().getMap("rows"));
        assertThat(known.jsonPath().getMap("").keySet())
                .isEqualTo(unknown.jsonPath().getMap("").keySet());
        assertThat(known.jsonPath().getMap("quarantine").get("rows"))
                .isEqualTo(unknown.jsonPath().getMap("quarantine").get("rows"));
        assertThat(feedEntries(out)).as("as many entries of the same length").isEqualTo(entered);
        assertThat(stored(outside)).isEmpty();
    }

    /** Types and lengths of the entries of deliveries; ids and hashes have one length. */
    private static List<String> feedEntries(LedgerSpy spy) throws SQLException {
        return List.of("feed.delivery_started", "feed.delivery_finished").stream()
                .flatMap(type -> {
                    try {
                        return spy.entries(type).stream().map(entry -> type + " " + entry.length());
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .toList();
    }
}
