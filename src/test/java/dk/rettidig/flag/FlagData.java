package dk.rettidig.flag;

import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.RealDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Synthetic children of municipality 999, written as superuser; no feed is needed to test a run. */
final class FlagData {

    static final short NOTIF_PRIOR = 101;
    static final short AGE_BAND = 503;
    static final String BASIS = "lb.demo.notified";

    private static final AtomicReference<@Nullable Connection> OPEN = new AtomicReference<>();

    private FlagData() {}

    /** One connection as superuser for all statements: a new one for each would take longer than the statements. */
    static Connection connection() throws SQLException {
        Connection open = OPEN.get();
        if (open == null || !open.isValid(2)) {
            open = RealDatabase.database().superuser();
            OPEN.set(open);
        }
        return open;
    }

    /** Empties everything a run reads or writes. */
    static void clear() throws SQLException {
        execute(
                "truncate run, run_progress, run_count, run_abstention, run_salt, run_lot, run_membership, flag, flag_fact, "
                        + "flag_strength, scope, observation cascade");
    }

    static Pseudonym child(int number) {
        try {
            return Pseudonym.of(
                    MessageDigest.getInstance("SHA-256").digest(("child " + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void inScope(int child, LocalDate from, LocalDate to, Instant known, boolean retracted) throws SQLException {
        insert(
                "insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery) "
                        + "values (999, ?, ?, ?, ?, ?, ?, 1)",
                child(child).bytes(),
                BASIS,
                from,
                to,
                known.atOffset(ZoneOffset.UTC),
                retracted);
    }

    static void observed(int child, short indicator, LocalDate day, double value, Instant known, boolean retracted)
            throws SQLException {
        insert(
                "insert into observation (municipality, pseudonym, indicator, period_from, period_to, known_at, value, "
                        + "retracted, delivery) values (999, ?, ?, ?, ?, ?, ?, ?, 17)",
                child(child).bytes(),
                indicator,
                day,
                day,
                known.atOffset(ZoneOffset.UTC),
                value,
                retracted);
    }

    static void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
