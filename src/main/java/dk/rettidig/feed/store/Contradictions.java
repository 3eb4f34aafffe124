package dk.rettidig.feed.store;

import dk.rettidig.feed.intake.Loads.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Staged rows whose key another delivery brought with another value or operation. Which of the two is right nobody here can say, so
 * that neither holds: a retraction known a microsecond after both makes the fact unknown, until a source tells it with a later
 * {@code known_at}. Whatever was already told later than the contradicted row stands (ADR 0145).
 *
 * <p>A stored row is looked up for each staged one by the primary key, which the {@code limit} keeps the planner to.
 */
final class Contradictions {

    private static final String MARK = """
        with met as materialized (
            select o.* from staged_observation s cross join lateral (
                select * from observation o
                where o.municipality = ? and o.pseudonym = s.pseudonym and o.indicator = s.indicator
                  and o.period_from = s.period_from and o.period_to = s.period_to and o.known_at = s.known_at
                limit 1) o
            where o.delivery <> s.delivery
              and (o.retracted <> s.retracted or (not o.retracted and o.value <> s.value))),
        marked as (
            insert into PARTITION (municipality, pseudonym, indicator, period_from, period_to, known_at, value, retracted,
                delivery)
            select m.municipality, m.pseudonym, m.indicator, m.period_from, m.period_to,
                m.known_at + interval '1 microsecond', 0, true, ?
            from met m
            where not m.retracted and not exists (
                select 1 from observation later
                where later.municipality = ? and later.pseudonym = m.pseudonym and later.indicator = m.indicator
                  and later.period_from = m.period_from and later.period_to = m.period_to
                  and later.known_at > m.known_at)
            on conflict do nothing)
        select count(*) from met
        """;

    private final Connection connection;
    private final Job job;
    private final String partition;

    Contradictions(Connection connection, Job job, String partition) {
        this.connection = connection;
        this.job = job;
        this.partition = partition;
    }

    /** Marks what the staged rows contradict; returns how many of them do. */
    long mark() throws SQLException {
        short municipality = job.feed().municipality().number();
        try (PreparedStatement mark = connection.prepareStatement(MARK.replace("PARTITION", partition))) {
            mark.setShort(1, municipality);
            mark.setLong(2, job.delivery().number());
            mark.setShort(3, municipality);
            try (ResultSet row = mark.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
