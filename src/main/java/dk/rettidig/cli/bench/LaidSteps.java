package dk.rettidig.cli.bench;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Notifications;
import dk.rettidig.notification.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people did in a replay, laid into the tables as their desks would have left them, by the database's superuser and untimed: a
 * nation's half million steps one by one would take hours, and are not what the benchmark measures.
 */
final class LaidSteps implements AutoCloseable {

    private static final String STEP =
            "insert into notification_step (municipality, notification, number, kind, result,"
                    + " because, recorded_by, happened_at, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String NEXT = "update notification set next_due = ?, tell_at = ?, done_at = ?,"
            + " responsible = coalesce(responsible, ?), version = version + 1 where municipality = ? and id = ?";

    /** One child in ten waits five times as long. */
    private static final String CLOSE = """
            with closed as (update follow_up set state = 'closed', tell_at = null, version = version + 1
                where municipality = ? and state = 'open' and listed_at < ?::timestamptz
                    - make_interval(days => case when abs(hashtext(id::text)) %% 10 = 0 then 5 else 1 end * %d)
                returning municipality, id, opening)
            insert into follow_up_closing (municipality, follow_up, opening, code, because, closed_by, closed_at)
            select municipality, id, opening, 'unregistered_early_help', ?, ?, ? from closed
            """.formatted(ReplayPeople.DAYS_LISTED);

    private final Connection connection;
    private final PreparedStatement step;
    private final PreparedStatement next;
    private final PreparedStatement close;

    LaidSteps(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.step = connection.prepareStatement(STEP);
        this.next = connection.prepareStatement(NEXT);
        this.close = connection.prepareStatement(CLOSE);
    }

    /** Lays a step down, the first of its notification under the number 1. */
    void add(Notification of, int number, Step done) throws SQLException {
        step.setShort(1, of.municipality().number());
        step.setObject(2, of.id().value());
        step.setInt(3, number);
        step.setString(4, done.kind().id());
        step.setString(5, done.result());
        step.setString(6, done.because().map(because -> because.text()).orElse(null));
        step.setString(7, done.by().value());
        step.setObject(8, utc(done.happenedAt()));
        step.setObject(9, utc(done.recordedAt()));
        step.addBatch();
    }

    /** Lays down what a notification's next deadline is. */
    void next(Notification of, Notifications.Next then, String responsible) throws SQLException {
        next.setObject(1, utc(then.due()), Types.TIMESTAMP_WITH_TIMEZONE);
        next.setObject(2, utc(then.tell()), Types.TIMESTAMP_WITH_TIMEZONE);
        next.setObject(3, utc(then.done()), Types.TIMESTAMP_WITH_TIMEZONE);
        next.setString(4, responsible);
        next.setShort(5, of.municipality().number());
        next.setObject(6, of.id().value());
        next.addBatch();
    }

    /** Closes the follow-ups that have waited long enough, and keeps everything. */
    void end(Instant moment, String reason, String by) throws SQLException {
        step.executeBatch();
        next.executeBatch();
        close.setShort(1, MunicipalityCode.SYNTHETIC.number());
        close.setObject(2, utc(moment));
        close.setString(3, reason);
        close.setString(4, by);
        close.setObject(5, utc(moment));
        close.executeUpdate();
        connection.commit();
    }

    /** What autovacuum does by itself where a month takes a month: tells the planner how many rows there are by now. */
    void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze notification, notification_arrival, notification_step, notification_escalation,"
                    + " follow_up, follow_up_telling, follow_up_closing, scope");
        }
        connection.commit();
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(LaidSteps::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
