package dk.rettidig.feed.store;

import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.intake.Loads.Job;
import dk.rettidig.store.MunicipalSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies chunks into the municipality's partition within one transaction. A chunk that repeats a stored key is rolled back
 * to its savepoint and goes by way of a temporary table, and so do all after it: a sender that redelivers its window does
 * so from the first row to the last. Scope rows and full deliveries that may retract always take that way.
 */
final class ChunkLoader {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String COLUMNS =
            "municipality, pseudonym, indicator, period_from, period_to, known_at, value, retracted, delivery";

    private final Connection connection;
    private final Job job;
    private final String partition;
    private final boolean mayRetract;
    private final ConclusionRows conclusions;
    private final Contradictions contradictions;
    private boolean staging;
    private long contradicted;

    ChunkLoader(Connection connection, Job job) throws SQLException {
        this.connection = connection;
        this.job = job;
        this.partition = "observation_m" + job.feed().municipality().number();
        this.conclusions = new ConclusionRows(connection, job);
        this.contradictions = new Contradictions(connection, job, partition);
        MunicipalSession.see(connection, job.feed().municipality());
        this.mayRetract = job.note().mode() == DeliveryMode.FULL && knowsAnything();
        if (mayRetract || job.feed().fillsScope() || job.feed().concludes()) {
            startStaging();
        }
    }

    private boolean knowsAnything() throws SQLException {
        String sql = job.feed().fillsScope()
                ? "select exists (select 1 from scope where municipality = ? and basis = ?)"
                : "select exists (select 1 from delivery where municipality = ? and feed = ? and state = 'finished')";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setShort(1, job.feed().municipality().number());
            select.setString(
                    2,
                    job.feed().fillsScope()
                            ? job.feed().basis().value()
                            : job.feed().id().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void load(ObservationChunk chunk) throws SQLException {
        if (!staging && !copiedDirectly(chunk)) {
            startStaging();
        }
        if (staging) {
            run("truncate staged_observation");
            merge(copy("staged_observation", chunk));
        }
    }

    private boolean copiedDirectly(ObservationChunk chunk) throws SQLException {
        run("savepoint chunk");
        try {
            copy(partition, chunk);
        } catch (SQLException failure) {
            if (!UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                throw failure;
            }
            run("rollback to savepoint chunk");
            return false;
        }
        run("release savepoint chunk");
        return true;
    }

    /** How many rows. */
    private long copy(String table, ObservationChunk chunk) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + COLUMNS + ") from stdin (format binary)");
        try {
            chunk.writeTo(copy::writeToCopy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void startStaging() throws SQLException {
        staging = true;
        run("create temp table staged_observation (municipality smallint, pseudonym bytea, indicator smallint,"
                + " period_from date, period_to date, known_at timestamptz, value double precision, retracted boolean,"
                + " delivery bigint) on commit drop");
        run("create temp table present_key (pseudonym bytea, indicator smallint, period_from date, period_to date)"
                + " on commit drop");
    }

    private void merge(long rows) throws SQLException {
        if (job.feed().fillsScope()) {
            Sql.change(
                    connection,
                    "insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted,"
                            + " delivery) select municipality, pseudonym, ?, period_from, period_to, known_at, retracted,"
                            + " delivery from staged_observation on conflict do nothing",
                    job.feed().basis().value());
        } else if (job.feed().concludes()) {
            conclusions.merge();
        } else {
            int added = Sql.change(
                    connection,
                    "insert into " + partition + " (" + COLUMNS + ") select " + COLUMNS
                            + " from staged_observation on conflict do nothing");
            if (added < rows) {
                contradicted += contradictions.mark();
            }
        }
        if (mayRetract) {
            run("insert into present_key select pseudonym, indicator, period_from, period_to from staged_observation");
        }
    }

    /** How many rows so far contradict what another delivery brought under the same key. */
    long contradicted() {
        return contradicted;
    }

    /** Retracts what a full delivery no longer has; nothing when a row was quarantined, for its key may be among them. */
    void retractAbsent(boolean anyQuarantined) throws SQLException {
        if (!mayRetract || anyQuarantined) {
            return;
        }
        run("analyze present_key");
        if (job.feed().fillsScope()) {
            retractAbsentScope();
        } else if (job.feed().concludes()) {
            conclusions.retractAbsent();
        } else {
            retractAbsentObservations();
        }
    }

    private void retractAbsentObservations() throws SQLException {
        Sql.change(
                connection,
                "insert into " + partition + " (" + COLUMNS + ") " + """
                    select o.municipality, o.pseudonym, o.indicator, o.period_from, o.period_to, ?, 0, true, ?
                    from (select distinct on (pseudonym, indicator, period_from, period_to) *
                          from observation
                          where municipality = ? and indicator = any (?) and period_from >= ? and period_to <= ?
                            and known_at <= ?
                          order by pseudonym, indicator, period_from, period_to, known_at desc) o
                    join delivery d on d.number = o.delivery and d.feed = ?
                    where not o.retracted and (?::text is null or exists (
                            select 1 from source_pair s
                            where s.municipality = o.municipality and s.source = ? and s.pseudonym = o.pseudonym))
                      and not exists (
                        select 1 from present_key p
                        where p.pseudonym = o.pseudonym and p.indicator = o.indicator
                          and p.period_from = o.period_from and p.period_to = o.period_to)
                    on conflict do nothing
                    """,
                job.note().issuedAt(),
                job.delivery().number(),
                job.feed().municipality().number(),
                job.indicators().toArray(Short[]::new),
                job.note().period().from(),
                job.note().period().to(),
                job.note().issuedAt(),
                job.feed().id().value(),
                job.feed().source(),
                job.feed().source());
    }

    private void retractAbsentScope() throws SQLException {
        Sql.change(
                connection,
                """
                insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery)
                select s.municipality, s.pseudonym, s.basis, s.from_day, s.to_day, ?, true, ?
                from (select distinct on (pseudonym, from_day) *
                      from scope
                      where municipality = ? and basis = ? and from_day >= ? and from_day <= ? and known_at <= ?
                      order by pseudonym, from_day, known_at desc) s
                where not s.retracted and not exists (
                    select 1 from present_key p where p.pseudonym = s.pseudonym and p.period_from = s.from_day)
                on conflict do nothing
                """,
                job.note().issuedAt(),
                job.delivery().number(),
                job.feed().municipality().number(),
                job.feed().basis().value(),
                job.note().period().from(),
                job.note().period().to(),
                job.note().issuedAt());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
