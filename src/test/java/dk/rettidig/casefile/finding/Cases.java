package dk.rettidig.casefile.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.testing.RealDatabase;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented children of municipality 999 with an open case, and what a case system delivers about them. */
public final class Cases {

    public static final CaseFiles.Holding HOLDING =
            new CaseFiles.Holding(MunicipalityCode.SYNTHETIC, new BasisId("lb.demo.case"));

    private static final int DAYS_BACK = 390;

    private final Sender scope;
    private final Sender system;

    private Cases(Sender scope, Sender system) {
        this.scope = scope;
        this.system = system;
    }

    /** Municipality 999 as before any case. */
    public static Cases none() throws SQLException {
        Sender.sendBytesAsTheyAre();
        clear();
        return new Cases(Sender.openCases(), Sender.caseSystem());
    }

    public static void clear() throws SQLException {
        change("truncate case_record, case_finding, case_check, case_month");
        change("delete from scope where basis = 'lb.demo.case'");
        change("delete from observation where municipality = 999 and indicator between 611 and 626");
        change("delete from halt");
    }

    /** The child has an open case from today for a year, and these events are on record. */
    public void open(int child, String... events) {
        openMany(child, 1, events);
    }

    /** The same for so many children. Of whose case is not open yet no event is kept. */
    public void openMany(int first, int count, String... events) {
        send(scope, all(first, count, child -> scope(child, "\"value\":1")));
        send(system, all(first, count, child -> lines(child, events)));
    }

    private static String all(int first, int count, IntFunction<String> lines) {
        return IntStream.range(first, first + count).mapToObj(lines).collect(Collectors.joining());
    }

    /** These events too. */
    public void add(int child, String... events) {
        send(system, lines(child, events));
    }

    /** These events never were. */
    public void retract(int child, String... events) {
        send(system, lines(child, events).replace("\"value\"", "\"op\":\"retract\",\"value\""));
    }

    /** The case is closed. */
    public void close(int child) {
        send(scope, scope(child, "\"op\":\"retract\",\"value\":1"));
    }

    private static void send(Sender sender, String lines) {
        Response answer = sender.send(lines, DAYS_BACK);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("rows.quarantined"))
                .as(answer.asString())
                .isZero();
    }

    private static String scope(int child, String rest) {
        return "{\"pseudonym\":\"" + Sender.pseudonym(child) + "\",\"indicator\":\"SCOPE_CASE\",\"period_from\":\""
                + Sender.today().minusDays(1) + "\",\"period_to\":\""
                + Sender.today().plusDays(700) + "\"," + known() + "," + rest + "}\n";
    }

    /** Several deliveries of one second about one child are told apart. */
    private static String known() {
        return "\"known_at\":\"" + Instant.now().truncatedTo(ChronoUnit.MICROS) + "\"";
    }

    private static String lines(int child, String... events) {
        return Arrays.stream(events)
                .map(event -> event.split("[ =]"))
                .map(parts -> "{\"pseudonym\":\"" + Sender.pseudonym(child) + "\",\"indicator\":\"" + parts[1]
                        + "\",\"period_from\":\"" + parts[0] + "\",\"period_to\":\"" + parts[0] + "\"," + known()
                        + ",\"value\":"
                        + (parts.length > 2 ? parts[2] : "1") + "}\n")
                .collect(Collectors.joining());
    }

    /** The last second of a Danish day: whatever is known on the day is known by then, whenever the test runs. */
    public static Instant on(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(Due.DENMARK).toInstant();
    }

    public static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query, as superuser. */
    static List<String> rows(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
