package dk.rettidig.testing;

import dk.rettidig.gate.MinuteCountsFlush;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gate entered in the ledger from a moment on, read as the database's superuser. */
public final class LedgerSpy {

    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z_.]+)\"");

    private final long after;

    private LedgerSpy(long after) {
        this.after = after;
    }

    /** A look at everything that is entered from now on. */
    public static LedgerSpy now() throws SQLException {
        MinuteCountsFlush.flush();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(append_id), 0) from ledger_append")) {
            row.next();
            return new LedgerSpy(row.getLong(1));
        }
    }

    /** Refusals of actors of a kind. */
    public long refusals(String kind) throws SQLException {
        return entries("gate.refused", kind);
    }

    /** Entries of a type by actors of a kind. */
    public long entries(String type, String kind) throws SQLException {
        return entries().stream()
                .filter(entry -> entry.contains("\"" + type + "\""))
                .filter(entry -> entry.contains("\"actor_kind\":\"" + kind + "\""))
                .count();
    }

    /** Entries of a type, as canonical JSON. */
    public List<String> entries(String type) throws SQLException {
        return entries().stream()
                .filter(entry -> entry.contains("\"" + type + "\""))
                .toList();
    }

    /** How many decisions with this outcome, about nobody in particular, were counted. */
    public long counted(String outcome) throws SQLException {
        MinuteCountsFlush.flush();
        return entries().stream()
                .filter(entry -> entry.contains("\"gate.counted\""))
                .filter(entry -> entry.contains("\"outcome\":\"" + outcome + "\""))
                .map(COUNT::matcher)
                .filter(Matcher::find)
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    /** The types of everything entered, oldest first. */
    public List<String> types() throws SQLException {
        return entries().stream()
                .map(TYPE::matcher)
                .filter(Matcher::find)
                .map(type -> type.group(1))
                .toList();
    }

    private List<String> entries() throws SQLException {
        List<String> entries = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select convert_from(body, 'UTF8') from ledger_append where append_id > "
                                + after + " order by append_id")) {
            while (row.next()) {
                entries.add(row.getString(1));
            }
        }
        return entries;
    }
}
