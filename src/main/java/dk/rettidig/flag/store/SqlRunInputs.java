package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.RunInputs;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.store.MunicipalSession;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Reads scope and observations in one read-only transaction that sees the database as it was when it began. The large read
 * is a binary COPY: the server produces rows while this side takes them apart, and no object is made for one.
 */
@Singleton
class SqlRunInputs implements RunInputs {

    private final DataSource source;
    private final IndicatorCatalogue catalogue;

    SqlRunInputs(DataSource source, IndicatorCatalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
    }

    @Override
    public Snapshot open(MunicipalityCode municipality) {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("set transaction isolation level repeatable read, read only");
                }
                MunicipalSession.see(connection, municipality);
                return new SqlSnapshot(connection, municipality);
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
        }
    }

    private final class SqlSnapshot implements Snapshot {

        private final Connection connection;
        private final MunicipalityCode municipality;

        SqlSnapshot(Connection connection, MunicipalityCode municipality) {
            this.connection = connection;
            this.municipality = municipality;
        }

        @Override
        public List<Pseudonym> inScope(BasisId basis, int maximumDays, LocalDate day, Instant known) {
            String sql =
                    "select distinct pseudonym from (select distinct on (pseudonym, from_day) pseudonym, from_day, "
                            + "to_day, retracted from scope where municipality = ? and basis = ? and known_at <= ? "
                            + "order by pseudonym, from_day, known_at desc) latest "
                            + "where not retracted and from_day <= ? and from_day > ? and to_day >= ?";
            try (PreparedStatement find = connection.prepareStatement(sql)) {
                find.setShort(1, municipality.number());
                find.setString(2, basis.value());
                find.setObject(3, known.atOffset(ZoneOffset.UTC));
                find.setObject(4, day);
                find.setObject(5, day.minusDays(maximumDays));
                find.setObject(6, day);
                List<Pseudonym> children = new ArrayList<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        children.add(Pseudonym.of(rows.getBytes(1)));
                    }
                }
                return children;
            } catch (SQLException failure) {
                throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
            }
        }

        @Override
        public List<Pseudonym> objected() {
            try (PreparedStatement find = connection.prepareStatement("select child from objected(?) o(child)")) {
                find.setShort(1, municipality.number());
                List<Pseudonym> children = new ArrayList<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        children.add(Pseudonym.of(rows.getBytes(1)));
                    }
                }
                return children;
            } catch (SQLException failure) {
                throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
            }
        }

        /** A condition of the large read, which most municipalities are spared. */
        private String unlessObjected() {
            return objected().isEmpty()
                    ? ""
                    : " and not exists (select 1 from objected(" + municipality.number()
                            + "::smallint) o(child) where o.child = observation.pseudonym)";
        }

        @Override
        public long read(Set<IndicatorId> indicators, Instant known, Rows rows) {
            // COPY takes no parameters; everything put in here is a number or a moment of our own.
            String sql = "copy (select pseudonym, indicator, period_from, period_to, value, known_at, retracted "
                    + "from observation where municipality = " + municipality.number() + " and indicator in ("
                    + codes(indicators).stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ") and known_at <= '" + known.atOffset(ZoneOffset.UTC) + "'" + unlessObjected()
                    + ") to stdout (format binary)";
            try (CopyDecoder decoder = new CopyDecoder(rows)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, decoder);
                return decoder.count();
            } catch (SQLException | IOException failure) {
                throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
            }
        }

        @Override
        public Map<Pseudonym, List<Sourced>> of(List<Pseudonym> children, Set<IndicatorId> indicators, Instant known) {
            String sql = "select pseudonym, indicator, period_from, period_to, value, known_at, retracted, delivery "
                    + "from observation where municipality = ? and pseudonym = any (?) and indicator = any (?) "
                    + "and known_at <= ?";
            try (PreparedStatement find = connection.prepareStatement(sql)) {
                find.setShort(1, municipality.number());
                find.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea", children.stream().map(Pseudonym::bytes).toArray(byte[][]::new)));
                find.setArray(
                        3, connection.createArrayOf("int2", codes(indicators).toArray()));
                find.setObject(4, known.atOffset(ZoneOffset.UTC));
                Map<Pseudonym, List<Sourced>> found = new HashMap<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(Pseudonym.of(rows.getBytes(1)), _ -> new ArrayList<>())
                                .add(sourced(rows));
                    }
                }
                return found;
            } catch (SQLException failure) {
                throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
            }
        }

        private Sourced sourced(ResultSet row) throws SQLException {
            return new Sourced(
                    new KnownValue(
                            catalogue.withCode(row.getShort(2)).orElseThrow().id(),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class),
                            row.getDouble(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getBoolean(7)),
                    OptionalLong.of(row.getLong(8)));
        }

        private List<Short> codes(Set<IndicatorId> indicators) {
            return indicators.stream()
                    .map(id -> catalogue.find(id).orElseThrow().code())
                    .toList();
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                throw new FlagFault(FlagErrorCode.STORE_UNAVAILABLE, failure);
            }
        }
    }
}
