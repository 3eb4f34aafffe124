package dk.rettidig.monitoring.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.monitoring.Figure;
import dk.rettidig.monitoring.Measurement;
import dk.rettidig.monitoring.Measurements;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Figures of runs as rows, written once. */
@Singleton
class SqlMeasurements implements Measurements {

    private static final String ACCEPTED = "select f.measure, f.source, f.indicator, max(f.value) from "
            + "monitoring_figure f join monitoring_pause p on p.run = f.run where p.municipality = ? and "
            + "p.model_name = ? and p.model_version = ? and p.resumed_at > ? and f.breached group by 1, 2, 3 "
            + "union all select measure, source, indicator, max(figure) from monitoring_pause where run is null and "
            + "municipality = ? and model_name = ? and model_version = ? and resumed_at > ? group by 1, 2, 3";

    private static final String LATEST = "select run, model_name, model_version, measured_at, judgement from "
            + "monitoring_run where municipality = ? order by measured_at desc, run limit ?";

    private final MonitoringDatabase database;

    SqlMeasurements(MonitoringDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Measurement measurement) {
        database.joining(connection -> {
            insertRun(connection, measurement);
            insertFigures(connection, measurement);
            return measurement.figures().size();
        });
    }

    private static void insertRun(Connection connection, Measurement measurement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into monitoring_run (run, municipality, "
                + "model_name, model_version, measured_at, judgement) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, measurement.run().value());
            insert.setShort(2, measurement.municipality().number());
            insert.setString(3, measurement.model().name());
            insert.setString(4, measurement.model().version());
            insert.setObject(5, measurement.at().atOffset(ZoneOffset.UTC));
            insert.setString(6, measurement.judgement().id());
            insert.executeUpdate();
        }
    }

    private static void insertFigures(Connection connection, Measurement measurement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into monitoring_figure (run, measure, "
                + "source, indicator, value, limit_value, breached, accepted) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Measurement.Held held : measurement.figures()) {
                insert.setObject(1, measurement.run().value());
                insert.setString(2, held.figure().measure());
                insert.setString(3, held.figure().source());
                insert.setString(4, held.figure().indicator());
                insert.setDouble(5, held.figure().value());
                insert.setDouble(6, held.limit());
                insert.setBoolean(7, held.breached());
                insert.setBoolean(8, held.accepted());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public List<Measurement> latest(MunicipalityCode municipality, int limit) {
        return database.joining(connection -> {
            List<Measurement> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LATEST)) {
                select.setShort(1, municipality.number());
                select.setInt(2, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(read(connection, municipality, rows));
                    }
                }
            }
            return found;
        });
    }

    private static Measurement read(Connection connection, MunicipalityCode municipality, ResultSet row)
            throws SQLException {
        UUID run = row.getObject(1, UUID.class);
        return new Measurement(
                new RunId(run),
                municipality,
                new ModelRef(row.getString(2), row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Measurement.Judgement.parse(row.getString(5)),
                figures(connection, run));
    }

    private static List<Measurement.Held> figures(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select measure, source, indicator, value, limit_value, breached, accepted "
                        + "from monitoring_figure where run = ? order by source = '', source, measure, indicator")) {
            select.setObject(1, run);
            try (ResultSet rows = select.executeQuery()) {
                List<Measurement.Held> figures = new ArrayList<>();
                while (rows.next()) {
                    figures.add(new Measurement.Held(
                            figure(rows), rows.getDouble(5), rows.getBoolean(6), rows.getBoolean(7)));
                }
                return figures;
            }
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(row.getString(1), row.getString(2), row.getString(3), row.getDouble(4));
    }

    @Override
    public List<Figure> accepted(MunicipalityCode municipality, ModelRef model, Instant since) {
        return database.joining(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ACCEPTED)) {
                for (int half = 0; half < 8; half += 4) {
                    select.setShort(half + 1, municipality.number());
                    select.setString(half + 2, model.name());
                    select.setString(half + 3, model.version());
                    select.setObject(half + 4, since.atOffset(ZoneOffset.UTC));
                }
                try (ResultSet rows = select.executeQuery()) {
                    List<Figure> figures = new ArrayList<>();
                    while (rows.next()) {
                        figures.add(figure(rows));
                    }
                    return figures;
                }
            }
        });
    }
}
