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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections in SQL. A flag is found by its key and its child's, within one municipality; nothing is searched. */
@Singleton
class SqlCorrections implements Corrections {

    /** A correction back to what the run saw takes the mark away; the same value told again is no correction. */
    private static final String MARK = """
        with latest as (
            select distinct on (fact.flag, fact.indicator, fact.period_from) fact.flag, fact.indicator, fact.period_from,
                later.value, later.known_at, case when later.retracted then 'retracted'
                    when later.value <> fact.value then 'corrected' else 'none' end as change
            from flag join flag_fact fact on fact.municipality = flag.municipality and fact.flag = flag.id
                join observation later on later.municipality = flag.municipality and later.pseudonym = flag.pseudonym
                    and later.indicator = fact.indicator and later.period_from = fact.period_from
                    and later.period_to = fact.period_to and later.known_at > fact.known_at
            where flag.municipality = ? and flag.state in ('open', 'opened', 'view_sealed')
            order by fact.flag, fact.indicator, fact.period_from, later.known_at desc)
        update flag_fact set change = latest.change,
            changed_value = case when latest.change = 'corrected' then latest.value end,
            changed_known_at = latest.known_at
        from latest
        where flag_fact.municipality = ? and flag_fact.flag = latest.flag and flag_fact.indicator = latest.indicator
          and flag_fact.period_from = latest.period_from
          and (flag_fact.change <> latest.change
               or (latest.change = 'corrected' and flag_fact.changed_value is distinct from latest.value))
        returning flag_fact.flag
        """;

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
    public List<FlagId> markChanged(MunicipalityCode municipality) {
        return database.of(municipality, connection -> {
            try (PreparedStatement mark = connection.prepareStatement(MARK)) {
                mark.setShort(1, municipality.number());
                mark.setShort(2, municipality.number());
                Set<UUID> flags = new LinkedHashSet<>();
                try (ResultSet rows = mark.executeQuery()) {
                    while (rows.next()) {
                        flags.add(rows.getObject(1, UUID.class));
                    }
                }
                return flags.stream().map(FlagId::new).toList();
            }
        });
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
