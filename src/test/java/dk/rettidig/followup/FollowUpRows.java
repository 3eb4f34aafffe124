package dk.rettidig.followup;

import dk.rettidig.testing.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Notifications and measures of synthetic children by number, written as superuser. */
public final class FollowUpRows {

    private FollowUpRows() {}

    /** Runs a statement. */
    public static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Children with a notification for each cause, in the first days of a year. */
    static void children(int from, int many, int year, String... causes) throws SQLException {
        for (int child = from; child < from + many; child++) {
            change(
                    "insert into follow_up (municipality, id, pseudonym, reasons, notifications, responsible, state, opening,"
                            + " listed_at, latest_at, version) values (999, gen_random_uuid(), sha256('counted " + child
                            + "'), 'grave', 1, 'somebody', 'open', 1, '" + year + "-01-02', '" + year + "-01-02', 0)");
            for (String cause : causes) {
                change(
                        "insert into notification (municipality, id, pseudonym, age_band, notifier, anonymous, causes, marks,"
                                + " incident, received_at, registered_at, registered_by, responsible, version) values (999,"
                                + " gen_random_uuid(), sha256('counted " + child + "'), '3-6', 'N01', false, '" + cause
                                + "', '', gen_random_uuid(), '" + year + "-01-02', '" + year
                                + "-01-02', 'somebody', 'somebody', 0)");
            }
        }
    }

    /** A measure for each. */
    static void measures(int from, int many, String kind, int year) throws SQLException {
        for (int child = from; child < from + many; child++) {
            change(
                    "insert into follow_up_measure (municipality, follow_up, kind, from_day, seen_at) select municipality, id,"
                            + " '" + kind + "', '" + year
                            + "-01-02', now() from follow_up where pseudonym = sha256('counted "
                            + child + "')");
        }
    }
}
