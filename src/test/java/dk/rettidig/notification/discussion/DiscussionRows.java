package dk.rettidig.notification.discussion;

import dk.rettidig.testing.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Published figures to discuss, and their removal. */
public final class DiscussionRows {

    private DiscussionRows() {}

    /** Nothing published and nothing discussed. */
    public static void clear() throws SQLException {
        change("set session_replication_role = replica; delete from figure_action_end; delete from figure_action;"
                + " delete from figure_discussion; delete from notification_figure; delete from notification_edition");
    }

    /** An edition of a year in which schools (N01) notified so often. */
    public static void published(int year, int schools) throws SQLException {
        change("insert into notification_edition values (999, '" + year + "', 'year', '" + year + "-12-31', '"
                + (year + 1) + "-03-01T06:00:00Z', 6, true)");
        for (String measure :
                new String[] {"notifications", "assessed_in_time", "to_acknowledge", "acknowledged_in_time"}) {
            change("insert into notification_figure values (999, '" + year + "', 'notifier', 'N01', '" + measure + "', "
                    + schools + ")");
        }
    }

    /** As the database's owner. */
    public static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
