package dk.rettidig.monitoring.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.monitoring.Performance;
import dk.rettidig.monitoring.Tallies;
import dk.rettidig.monitoring.Tally;
import dk.rettidig.monitoring.ViewTally;
import dk.rettidig.review.OwnView;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts as rows that are counted on. */
@Singleton
class SqlTallies implements Tallies {

    private static final String ADD = "insert into monitoring_conclusion as kept (municipality, model_name, "
            + "model_version, quarter, age_band, became, tenth, need, children, probabilities) values (?, ?, ?, ?, ?, ?, ?, "
            + "?, ?, ?) on conflict (municipality, model_name, model_version, quarter, age_band, became, tenth, need) do "
            + "update set children = kept.children + excluded.children, "
            + "probabilities = kept.probabilities + excluded.probabilities";

    private static final String ADD_VIEW =
            "insert into monitoring_view as kept (municipality, model_name, model_version, "
                    + "quarter, age_band, choice, need, views) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (municipality, "
                    + "model_name, model_version, quarter, age_band, choice, need) do update set views = kept.views + "
                    + "excluded.views";

    private static final String MARK =
            "insert into monitoring_reviewer (municipality, model_name, model_version, quarter, "
                    + "age_band, mark) values (?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String ASIDE =
            "insert into monitoring_aside as kept (municipality, quarter, why, children) values "
                    + "(?, ?, ?, ?) on conflict (municipality, quarter, why) do update set children = kept.children + "
                    + "excluded.children";

    private static final String PEOPLE = "select model_name, model_version, age_band, count(distinct mark) from "
            + "monitoring_reviewer where municipality = ? and quarter >= ? group by grouping sets ((model_name, "
            + "model_version, quarter, age_band), (model_name, model_version, quarter))";

    private final MonitoringDatabase database;

    SqlTallies(MonitoringDatabase database) {
        this.database = database;
    }

    @Override
    public void add(MunicipalityCode municipality, Tally tally) {
        change(ADD, insert -> {
            key(insert, municipality, tally.model(), tally.quarter(), tally.ageBand());
            insert.setString(6, tally.became().name().toLowerCase(Locale.ROOT));
            insert.setInt(7, tally.tenth());
            insert.setBoolean(8, tally.need());
            insert.setLong(9, tally.children());
            insert.setDouble(10, tally.probabilities());
        });
    }

    @Override
    public void add(MunicipalityCode municipality, ViewTally tally, byte[] mark) {
        change(ADD_VIEW, insert -> {
            key(insert, municipality, tally.model(), tally.quarter(), tally.ageBand());
            insert.setString(6, tally.choice().id());
            insert.setBoolean(7, tally.need());
            insert.setLong(8, tally.views());
        });
        change(MARK, insert -> {
            key(insert, municipality, tally.model(), tally.quarter(), tally.ageBand());
            insert.setBytes(6, mark);
        });
    }

    @Override
    public void aside(MunicipalityCode municipality, LocalDate quarter, Aside why, long children) {
        change(ASIDE, insert -> {
            insert.setShort(1, municipality.number());
            insert.setObject(2, quarter);
            insert.setString(3, why.id());
            insert.setLong(4, children);
        });
    }

    @Override
    public int eraseMarks(MunicipalityCode municipality, LocalDate before) {
        return change("delete from monitoring_reviewer where municipality = ? and quarter < ?", delete -> {
            delete.setShort(1, municipality.number());
            delete.setObject(2, before);
        });
    }

    @Override
    public Kept since(MunicipalityCode municipality, LocalDate quarter) {
        String from = " where municipality = ? and quarter >= ?";
        String aside = "select coalesce(sum(children) filter (where why = 'unplaced'), 0), "
                + "coalesce(sum(children) filter (where why = 'changed'), 0) from monitoring_aside";
        return database.joining(connection -> {
            Reading reading = new Reading(connection, municipality, quarter);
            List<long[]> asides = reading.all(aside + from, row -> new long[] {row.getLong(1), row.getLong(2)});
            return new Kept(
                    reading.all(
                            "select model_name, model_version, quarter, age_band, became, tenth, need, children, "
                                    + "probabilities from monitoring_conclusion" + from,
                            SqlTallies::tally),
                    reading.all(
                            "select model_name, model_version, quarter, age_band, choice, need, views from "
                                    + "monitoring_view" + from,
                            SqlTallies::view),
                    reading.all(PEOPLE, SqlTallies::people),
                    asides.getFirst()[0],
                    asides.getFirst()[1]);
        });
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                model(row),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                MemberStatus.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getInt(6),
                row.getBoolean(7),
                row.getLong(8),
                row.getDouble(9));
    }

    private static ViewTally view(ResultSet row) throws SQLException {
        return new ViewTally(
                model(row),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                OwnView.Choice.parse(row.getString(5)).orElseThrow(),
                row.getBoolean(6),
                row.getLong(7));
    }

    private static Reviewers people(ResultSet row) throws SQLException {
        int given = row.getInt(3);
        int band = row.wasNull() ? Performance.ALL : given;
        return new Reviewers(model(row), band, row.getLong(4));
    }

    private static ModelRef model(ResultSet row) throws SQLException {
        return new ModelRef(row.getString(1), row.getString(2));
    }

    private static void key(
            PreparedStatement insert, MunicipalityCode municipality, ModelRef model, LocalDate quarter, int ageBand)
            throws SQLException {
        insert.setShort(1, municipality.number());
        insert.setString(2, model.name());
        insert.setString(3, model.version());
        insert.setObject(4, quarter);
        insert.setInt(5, ageBand);
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private int change(String sql, Binding binding) {
        return database.joining(connection -> {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                binding.to(change);
                return change.executeUpdate();
            }
        });
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Reading(Connection connection, MunicipalityCode municipality, LocalDate quarter) {

        <T> List<T> all(String sql, Row<T> reading) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setShort(1, municipality.number());
                select.setObject(2, quarter);
                List<T> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                }
                return found;
            }
        }
    }
}
