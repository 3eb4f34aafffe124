package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Corrections;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Rescored;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.FeatureValue;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections in SQL. A flag is found by its key and its child's, within one municipality; nothing is searched. */
@Singleton
class SqlCorrections implements Corrections {

    private static final String BASIS =
            "select run.model_name, run.model_version, run.as_of, flag.stale from flag join run "
                    + "on run.id = flag.run where flag.municipality = ? and flag.id = ? and flag.erased_at is null";

    private static final String FACTS =
            "select indicator, period_from, period_to, value, known_at, change, changed_value, "
                    + "changed_known_at from flag_fact where municipality = ? and flag = ?";

    private final FlagDatabase database;
    private final RescoreBox box;
    private final IndicatorCatalogue catalogue;

    SqlCorrections(FlagDatabase database, RescoreBox box, IndicatorCatalogue catalogue) {
        this.database = database;
        this.box = box;
        this.catalogue = catalogue;
    }

    @Override
    public List<FlagId> changed(MunicipalityCode municipality) {
        return database.of(municipality, connection -> CorrectedRows.changed(connection, municipality));
    }

    @Override
    public List<FlagId> mark(MunicipalityCode municipality, List<FlagId> flags) {
        return database.of(municipality, connection -> CorrectedRows.mark(connection, municipality, flags));
    }

    @Override
    public List<FlagId> concluded(MunicipalityCode municipality, List<FlagId> flags) {
        return database.of(municipality, connection -> CorrectedRows.concluded(connection, municipality, flags));
    }

    @Override
    public List<FlagId> refuse(MunicipalityCode municipality, List<FlagId> flags, Instant at) {
        return database.of(municipality, connection -> CorrectedRows.refuse(connection, municipality, flags, at));
    }

    @Override
    public Optional<Copied> copied(MunicipalityCode municipality, FlagId flag) {
        return database.of(municipality, connection -> CorrectedRows.copied(connection, municipality, flag));
    }

    @Override
    public Optional<Basis> basis(MunicipalityCode municipality, FlagId flag) {
        return database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(BASIS)) {
                find.setShort(1, municipality.number());
                find.setObject(2, flag.value());
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    return Optional.of(new Basis(
                            new ModelRef(row.getString(1), row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            values(connection, municipality, flag),
                            indicators(row.getArray(4))));
                }
            }
        });
    }

    private Map<IndicatorId, FeatureValue> values(Connection connection, MunicipalityCode municipality, FlagId flag)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FACTS)) {
            find.setShort(1, municipality.number());
            find.setObject(2, flag.value());
            Map<IndicatorId, FeatureValue> values = new HashMap<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    values.put(indicator(rows.getShort(1)), value(rows));
                }
            }
            return values;
        }
    }

    private static FeatureValue value(ResultSet row) throws SQLException {
        LocalDate from = row.getObject(2, LocalDate.class);
        LocalDate to = row.getObject(3, LocalDate.class);
        return switch (row.getString(6)) {
            case "retracted" -> new FeatureValue.Retracted(from, to);
            case "corrected" -> new FeatureValue.Known(row.getDouble(7), from, to, moment(row, 8));
            default -> new FeatureValue.Known(row.getDouble(4), from, to, moment(row, 5));
        };
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private List<IndicatorId> indicators(@Nullable Array codes) throws SQLException {
        List<IndicatorId> ids = new ArrayList<>();
        if (codes != null) {
            for (Object code : (Object[]) codes.getArray()) {
                ids.add(indicator(((Number) code).shortValue()));
            }
        }
        return ids;
    }

    private IndicatorId indicator(short code) {
        return catalogue.withCode(code).orElseThrow().id();
    }

    @Override
    public void keep(MunicipalityCode municipality, FlagId flag, Rescored rescored) {
        database.of(municipality, connection -> {
            forget(connection, municipality, List.of(flag.value()));
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into flag_rescore (municipality, flag, sealed) values (?, ?, ?)")) {
                insert.setShort(1, municipality.number());
                insert.setObject(2, flag.value());
                insert.setBytes(3, box.seal(flag, rescored));
                return insert.executeUpdate();
            }
        });
    }

    /** Forgets recalculations, whether or not they may be seen yet. */
    static void forget(Connection connection, MunicipalityCode municipality, List<UUID> flags) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("select forget_rescore(?::smallint, ?)")) {
            forget.setShort(1, municipality.number());
            forget.setArray(2, connection.createArrayOf("uuid", flags.toArray()));
            forget.executeQuery().close();
        }
    }

    /** What the model said with the corrected values; empty before anybody sealed a view of the flag. */
    Optional<Rescored> find(MunicipalityCode municipality, FlagId flag) {
        return database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(
                    "select sealed from flag_rescore where municipality = ? and flag = ?")) {
                find.setShort(1, municipality.number());
                find.setObject(2, flag.value());
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? Optional.of(box.open(flag, row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }
}
