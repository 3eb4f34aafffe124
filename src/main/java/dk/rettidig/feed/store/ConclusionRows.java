package dk.rettidig.feed.store;

import dk.rettidig.feed.intake.Loads.Job;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes staged rows over as conclusions: those whose day lies in an interval of scope that has not ended, or not long ago. The
 * others are dropped without a trace, as rows of children out of scope are.
 */
final class ConclusionRows {

    private static final String MERGE = """
        insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery)
        select r.municipality, r.pseudonym, i.basis, r.period_to, r.known_at, r.value = 1, r.retracted, r.delivery
        from staged_observation r join (
            select distinct on (pseudonym, from_day) pseudonym, basis, from_day, to_day, retracted
            from scope where municipality = ? and basis = ?
            order by pseudonym, from_day, known_at desc) i
          on i.pseudonym = r.pseudonym and r.period_to between i.from_day and i.to_day
        where not i.retracted and (i.to_day + 1)::timestamp at time zone 'Europe/Copenhagen' > ?
        on conflict do nothing
        """;

    private static final String RETRACT_ABSENT = """
        insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery)
        select c.municipality, c.pseudonym, c.basis, c.day, ?, c.need, true, ?
        from (select distinct on (pseudonym, day) * from conclusion
              where municipality = ? and basis = ? and day >= ? and day <= ? and known_at <= ?
              order by pseudonym, day, known_at desc) c
        where not c.retracted and not exists (
            select 1 from present_key p where p.pseudonym = c.pseudonym and p.period_to = c.day)
        on conflict do nothing
        """;

    private final Connection connection;
    private final Job job;

    ConclusionRows(Connection connection, Job job) {
        this.connection = connection;
        this.job = job;
    }

    void merge() throws SQLException {
        Sql.change(
                connection,
                MERGE,
                job.feed().municipality().number(),
                job.feed().basis().value(),
                job.heldSince());
    }

    void retractAbsent() throws SQLException {
        Sql.change(
                connection,
                RETRACT_ABSENT,
                job.note().issuedAt(),
                job.delivery().number(),
                job.feed().municipality().number(),
                job.feed().basis().value(),
                job.note().period().from(),
                job.note().period().to(),
                job.note().issuedAt());
    }
}
