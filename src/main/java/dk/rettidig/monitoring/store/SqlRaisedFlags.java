package dk.rettidig.monitoring.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import dk.rettidig.monitoring.ModelFlag;
import dk.rettidig.monitoring.RaisedFlags;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.store.MunicipalSession;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The bare rows of flags: what they say of a child is not selected. */
@Singleton
class SqlRaisedFlags implements RaisedFlags {

    private static final String OF_MODEL = "select flag.id, flag.run, run.ended_at, flag.state, flag.changed_at, "
            + "flag.erased_at is not null from flag join run on run.id = flag.run where flag.municipality = ? and "
            + "run.model_name = ? and run.model_version = ? order by run.ended_at, flag.id";

    private final MonitoringDatabase database;

    SqlRaisedFlags(MonitoringDatabase database) {
        this.database = database;
    }

    @Override
    public List<ModelFlag> of(MunicipalityCode municipality, ModelRef model) {
        return database.joining(connection -> {
            MunicipalSession.see(connection, municipality);
            try (PreparedStatement select = connection.prepareStatement(OF_MODEL)) {
                select.setShort(1, municipality.number());
                select.setString(2, model.name());
                select.setString(3, model.version());
                try (ResultSet rows = select.executeQuery()) {
                    List<ModelFlag> flags = new ArrayList<>();
                    while (rows.next()) {
                        flags.add(flag(rows));
                    }
                    return flags;
                }
            }
        });
    }

    private static ModelFlag flag(ResultSet row) throws SQLException {
        return new ModelFlag(
                new FlagId(row.getObject(1, UUID.class)),
                new RunId(row.getObject(2, UUID.class)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6),
                List.of());
    }
}
