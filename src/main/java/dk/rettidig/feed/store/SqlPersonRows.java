package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.PersonRows;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** One child's rows with the deliveries they came with; municipality and pseudonym come first in both keys. */
@ApplicationScoped
class SqlPersonRows implements PersonRows {

    private static final String DELIVERED = """
        select o.delivery, coalesce(d.ended_at, d.started_at) as at, f.source_kind, f.basis, d.leaf_index,
            o.indicator, o.period_from, o.period_to, o.value, o.known_at, o.retracted
        from observation o join delivery d on d.number = o.delivery join feed f on f.id = d.feed
        where o.municipality = ? and o.pseudonym = ?
        order by at, o.delivery, o.indicator, o.period_from, o.known_at
        """;

    private static final String SCOPE = "select basis, from_day, to_day, known_at, retracted from scope"
            + " where municipality = ? and pseudonym = ? order by known_at, from_day, basis";

    private static final String CONCLUDED = "select basis, day, known_at, need, retracted from conclusion"
            + " where municipality = ? and pseudonym = ? order by known_at, day, basis";

    private final DataSource database;

    SqlPersonRows(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    @Override
    public List<Delivered> delivered(MunicipalityCode municipality, Pseudonym child) {
        return read(DELIVERED, municipality, child, rows -> {
            Map<Long, Delivered> deliveries = new LinkedHashMap<>();
            while (rows.next()) {
                long number = rows.getLong(1);
                Delivered so = deliveries.getOrDefault(number, delivery(rows));
                List<Row> more = new ArrayList<>(so.rows());
                more.add(row(rows));
                deliveries.put(number, new Delivered(so.at(), so.sourceKind(), so.basis(), so.leafIndex(), more));
            }
            return List.copyOf(deliveries.values());
        });
    }

    private static Delivered delivery(ResultSet rows) throws SQLException {
        long leaf = rows.getLong(5);
        OptionalLong place = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(leaf);
        return new Delivered(moment(rows, 2), rows.getString(3), new BasisId(rows.getString(4)), place, List.of());
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getShort(6),
                rows.getObject(7, LocalDate.class),
                rows.getObject(8, LocalDate.class),
                rows.getDouble(9),
                moment(rows, 10),
                rows.getBoolean(11));
    }

    @Override
    public List<Interval> scope(MunicipalityCode municipality, Pseudonym child) {
        return read(SCOPE, municipality, child, rows -> {
            List<Interval> intervals = new ArrayList<>();
            while (rows.next()) {
                intervals.add(new Interval(
                        new BasisId(rows.getString(1)),
                        rows.getObject(2, LocalDate.class),
                        rows.getObject(3, LocalDate.class),
                        moment(rows, 4),
                        rows.getBoolean(5)));
            }
            return intervals;
        });
    }

    @Override
    public List<Ended> concluded(MunicipalityCode municipality, Pseudonym child) {
        return read(CONCLUDED, municipality, child, rows -> {
            List<Ended> ended = new ArrayList<>();
            while (rows.next()) {
                ended.add(new Ended(
                        new BasisId(rows.getString(1)),
                        rows.getObject(2, LocalDate.class),
                        moment(rows, 3),
                        rows.getBoolean(4),
                        rows.getBoolean(5)));
            }
            return ended;
        });
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T read(String sql, MunicipalityCode municipality, Pseudonym child, Reading<T> reading) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                MunicipalSession.see(connection, municipality);
                select.setShort(1, municipality.number());
                select.setBytes(2, child.bytes());
                try (ResultSet rows = select.executeQuery()) {
                    return reading.of(rows);
                }
            } catch (SQLException failure) {
                throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
            }
        });
    }
}
