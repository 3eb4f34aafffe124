package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.SourcePairs;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Pairs in SQL. Who adds some waits for whoever else adds some of the municipality. */
@ApplicationScoped
class SqlSourcePairs implements SourcePairs {

    /** Sets these locks apart from others: the letters "pair". */
    private static final int LOCKS = 0x70616972;

    private static final int BATCH = 1_000;

    private static final String ERASE = "delete from source_pair p where p.municipality = ? and p.since <= ?"
            + " and not exists (select 1 from (select distinct on (basis, pseudonym, from_day) pseudonym, case when retracted"
            + " then known_at else (to_day + 1)::timestamp at time zone 'Europe/Copenhagen' end as ended"
            + " from scope where municipality = ? order by basis, pseudonym, from_day, known_at desc) s"
            + " where s.pseudonym = p.pseudonym and s.ended > ?)"
            + Halting.unlessHalted("p.pseudonym");

    private static final String PAIRED_IN_SCOPE = "select distinct p.pseudonym from source_pair p join ("
            + SqlScopePseudonyms.OPEN + ") s on s.pseudonym = p.pseudonym where p.municipality = ? and p.source = ?";

    private final DataSource database;
    private final SourceSeal seal;

    SqlSourcePairs(DataSource database, SourceSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public boolean isSource(MunicipalityCode municipality, String source) {
        return on(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select 1 from pseudonym_source where municipality = ? and source = ?")) {
                bind(select, municipality, source);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public void keep(MunicipalityCode municipality, String source, List<Pair> pairs, Instant now) {
        on(municipality, connection -> {
            lock(connection, municipality);
            Map<Pseudonym, Long> known = known(connection, municipality, source);
            forget(
                    connection,
                    municipality,
                    pairs.stream()
                            .flatMap(pair -> java.util.stream.Stream.ofNullable(known.get(pair.atSource())))
                            .toArray(Long[]::new));
            insert(connection, municipality, source, pairs, now);
            return pairs.size();
        });
    }

    private static void lock(Connection connection, MunicipalityCode municipality) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, municipality.number());
            lock.executeQuery().close();
        }
    }

    /** Names are sealed each with a nonce of its own, so that equal ones are found only here. */
    private Map<Pseudonym, Long> known(Connection connection, MunicipalityCode municipality, String source)
            throws SQLException {
        Map<Pseudonym, Long> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, sealed from source_pair where municipality = ? and source = ?")) {
            bind(select, municipality, source);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(Pseudonym.of(seal.open(municipality, source, row.getBytes(2))), row.getLong(1));
                }
            }
        }
        return known;
    }

    private static void forget(Connection connection, MunicipalityCode municipality, Long[] ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from source_pair where municipality = ? and id = any (?)")) {
            delete.setShort(1, municipality.number());
            delete.setArray(2, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    private void insert(
            Connection connection, MunicipalityCode municipality, String source, List<Pair> pairs, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into source_pair (municipality, source, pseudonym, sealed, since) values (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Pair pair : pairs) {
                bind(insert, municipality, source);
                insert.setBytes(3, pair.here().bytes());
                insert.setBytes(
                        4, seal.seal(municipality, source, pair.atSource().bytes()));
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean covers(MunicipalityCode municipality, String source, Set<Pseudonym> here, Instant now) {
        return on(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(PAIRED_IN_SCOPE)) {
                select.setShort(1, municipality.number());
                select.setObject(2, SqlScopePseudonyms.today(now));
                select.setShort(3, municipality.number());
                select.setString(4, source);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        if (!here.contains(Pseudonym.of(row.getBytes(1)))) {
                            return false;
                        }
                    }
                    return true;
                }
            }
        });
    }

    @Override
    public void end(MunicipalityCode municipality, String source) {
        on(municipality, connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from source_pair where municipality = ? and source = ?")) {
                bind(delete, municipality, source);
                return delete.executeUpdate();
            }
        });
    }

    /** Every municipality with a source: row-level security shows the pairs of one at a time. */
    @Override
    public List<MunicipalityCode> municipalities() {
        return on(MunicipalityCode.SYNTHETIC, connection -> {
            List<MunicipalityCode> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select distinct municipality from pseudonym_source order by municipality");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(MunicipalityCode.of(row.getShort(1)));
                }
            }
            return found;
        });
    }

    @Override
    public int erase(MunicipalityCode municipality, Instant before) {
        return on(municipality, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
                delete.setShort(1, municipality.number());
                delete.setObject(2, before.atOffset(ZoneOffset.UTC));
                delete.setShort(3, municipality.number());
                delete.setObject(4, before.atOffset(ZoneOffset.UTC));
                delete.setShort(5, municipality.number());
                return delete.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, MunicipalityCode municipality, String source)
            throws SQLException {
        statement.setShort(1, municipality.number());
        statement.setString(2, source);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(MunicipalityCode municipality, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, municipality);
                return work.on(connection);
            }
        });
    }
}
