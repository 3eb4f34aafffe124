package dk.rettidig.notification.statistics;

import dk.rettidig.synthetic.Outsider;
import dk.rettidig.synthetic.PopulationSettings;
import dk.rettidig.synthetic.SyntheticChild;
import dk.rettidig.synthetic.SyntheticNotifications;
import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import dk.rettidig.synthetic.SyntheticPopulation;
import dk.rettidig.testing.RealDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/** A synthetic nation's notifications of a year as rows, copied into the tables that intake writes to. */
final class NationalRows {

    private static final String COLUMNS =
            "municipality, id, pseudonym, age_band, notifier, anonymous, causes, marks, incident,"
                    + " received_at, registered_at, registered_by, responsible, done_at, version";

    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder sexes = new StringBuilder();
    private final int year;
    private final Map<Integer, Integer> districts = new HashMap<>();
    private long number;

    private NationalRows(int year) {
        this.year = year;
    }

    static void load(PopulationSettings settings) throws SQLException, IOException {
        NationalRows rows = new NationalRows(settings.day().getYear());
        SyntheticPopulation.generate(settings, 2, child -> {
            SyntheticNotifications.of(settings, child).forEach(each -> rows.add(child, each, band(each.age())));
            Outsider.beside(settings, child)
                    .ifPresent(beside -> beside.notifications()
                            .forEach(each -> rows.add(
                                    child, each, beside.kind() == Outsider.Kind.UNBORN ? "unborn" : "unknown")));
        });
        copy("notification (" + COLUMNS + ")", rows.rows);
        copy("notification_sex (municipality, notification, sex)", rows.sexes);
    }

    private static void copy(String table, StringBuilder text) throws SQLException, IOException {
        try (Connection connection = RealDatabase.database().superuser()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin with (format csv)", new StringReader(text.toString()));
        }
    }

    /** The code that stands for a district. */
    static int code(int district) {
        return 901 + district;
    }

    private void add(SyntheticChild child, SyntheticNotification each, String band) {
        UUID id = UUID.nameUUIDFromBytes((year + " " + number++).getBytes(StandardCharsets.UTF_8));
        int district = districts.computeIfAbsent(
                child.person().municipality(), first -> code(districts.size() % NationalStatisticsIT.DISTRICTS));
        each.sex()
                .ifPresent(sex -> sexes.append(district)
                        .append(',')
                        .append(id)
                        .append(',')
                        .append(sex.id())
                        .append('\n'));
        rows.append(district)
                .append(',')
                .append(id)
                .append(",\\x")
                .append(HexFormat.of().formatHex(each.child().bytes()))
                .append(',')
                .append(band)
                .append(',')
                .append(each.notifier())
                .append(',')
                .append(each.notifier().equals("N07"))
                .append(',')
                .append(each.cause())
                .append(",\"\",")
                .append(id)
                .append(',')
                .append(each.receivedAt())
                .append(',')
                .append(each.receivedAt())
                .append(",nobody,nobody,")
                .append(each.receivedAt())
                .append(",0\n");
    }

    private static String band(int age) {
        return age <= 2 ? "0-2" : age <= 6 ? "3-6" : age <= 12 ? "7-12" : "13-17";
    }

    static void none() throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "set session_replication_role = replica; delete from notification_sex; delete from notification;"
                            + " delete from notification_figure; delete from notification_edition");
            statement.execute("set session_replication_role = default");
            statement.execute("analyze notification");
        }
    }
}
