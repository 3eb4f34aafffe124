package dk.rettidig.guideline;

import dk.rettidig.testing.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of the register as its tests need them: written as superuser, since the application can neither change nor delete. */
public final class GuidelineRows {

    private GuidelineRows() {}

    /** A register without anything. */
    public static void clear() throws SQLException {
        change("truncate guideline_version, guideline_answer");
    }

    /** Every answer is so many months older. */
    public static void older(int months) throws SQLException {
        change("update guideline_answer set checked_at = checked_at - interval '" + months + " months'");
    }

    /** Runs a statement. */
    static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
