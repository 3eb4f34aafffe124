package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagUpkeep;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Expiry, withdrawal and erasure in SQL. Locks rows and passes over those that somebody else has locked. */
@Singleton
class SqlFlagUpkeep implements FlagUpkeep {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final String OUT_OF_SCOPE = """
        select flag.id from flag join run on run.id = flag.run
        where flag.municipality = ? and flag.state in ('open', 'opened', 'view_sealed') and run.scope <> 'population'
          and not exists (
            select 1 from (
                select distinct on (from_day) from_day, to_day, retracted from scope
                where scope.municipality = flag.municipality and scope.basis = run.basis
                  and scope.pseudonym = flag.pseudonym and scope.known_at <= ?
                order by from_day, known_at desc) latest
            where not retracted and from_day <= ? and to_day >= ?)
        for update of flag skip locked
        """;

    private static final String UNLESS_HALTED = Halting.unlessHalted("flag.pseudonym");

    private final FlagDatabase database;
    private final HaltedRuns halts;

    SqlFlagUpkeep(FlagDatabase database, HaltedRuns halts) {
        this.database = database;
        this.halts = halts;
    }

    @Override
    public List<FlagId> withdrawOutOfScope(MunicipalityCode municipality, Instant now) {
        return database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(OUT_OF_SCOPE)) {
                LocalDate today = now.atZone(DENMARK).toLocalDate();
                find.setShort(1, municipality.number());
                find.setObject(2, now.atOffset(ZoneOffset.UTC));
                find.setObject(3, today);
                find.setObject(4, today);
                List<UUID> flags = ids(find);
                end(connection, municipality, flags, "withdrawn", now);
                List<UUID> due = notHalted(connection, municipality, flags);
                delete(connection, municipality, due, "flag_strength");
                SqlCorrections.forget(connection, municipality, due);
                return flags.stream().map(FlagId::new).toList();
            }
        });
    }

    private static List<UUID> notHalted(Connection connection, MunicipalityCode municipality, List<UUID> flags)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                "select id from flag where municipality = ? and id = any (?)" + UNLESS_HALTED)) {
            find.setShort(1, municipality.number());
            find.setArray(2, connection.createArrayOf("uuid", flags.toArray()));
            find.setShort(3, municipality.number());
            return ids(find);
        }
    }

    @Override
    public List<FlagId> expire(MunicipalityCode municipality, Instant now) {
        return database.of(municipality, connection -> {
            String sql = "select id from flag where municipality = ? and state = 'open' and deadline <= ? "
                    + "for update skip locked";
            try (PreparedStatement find = connection.prepareStatement(sql)) {
                find.setShort(1, municipality.number());
                find.setObject(2, now.atOffset(ZoneOffset.UTC));
                List<UUID> flags = ids(find);
                end(connection, municipality, flags, "expired", now);
                return flags.stream().map(FlagId::new).toList();
            }
        });
    }

    @Override
    public List<FlagId> kept(MunicipalityCode municipality, List<FlagId> flags) {
        return database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(
                    "select id from flag where municipality = ? and id = any (?) and erased_at is null")) {
                find.setShort(1, municipality.number());
                find.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", flags.stream().map(FlagId::value).toArray()));
                return ids(find).stream().map(FlagId::new).toList();
            }
        });
    }

    @Override
    public int erase(MunicipalityCode municipality, Content content, Instant before) {
        String due =
                switch (content) {
                    case EXPIRED -> "state = 'expired' and changed_at <= ?";
                    case WITHDRAWN -> "state = 'withdrawn' and changed_at <= ?";
                    case ACKNOWLEDGED -> "state = 'concluded' and acknowledged_at <= ?";
                };
        String sql = "select id from flag where municipality = ? and erased_at is null and " + due + UNLESS_HALTED
                + " for update skip locked";
        return database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(sql)) {
                find.setShort(1, municipality.number());
                find.setObject(2, before.atOffset(ZoneOffset.UTC));
                find.setShort(3, municipality.number());
                List<UUID> flags = ids(find);
                erase(connection, municipality, flags);
                return flags.size();
            }
        });
    }

    @Override
    public int eraseMembership(MunicipalityCode municipality, Instant before) {
        return database.of(municipality, connection -> {
            List<UUID> runs = halts.without(connection, municipality, due(connection, municipality, before));
            for (String table : List.of("run_membership", "run_lot", "run_salt")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where run = any (?)")) {
                    delete.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
                    delete.executeUpdate();
                }
            }
            return runs.size();
        });
    }

    /** Runs that ended and have a salt, which is deleted last. */
    private static List<UUID> due(Connection connection, MunicipalityCode municipality, Instant before)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select run.id from run join run_salt on run.id = "
                + "run_salt.run where run.municipality = ? and run.ended_at <= ? for update of run skip locked")) {
            find.setShort(1, municipality.number());
            find.setObject(2, before.atOffset(ZoneOffset.UTC));
            return ids(find);
        }
    }

    /** Values, strength and pseudonym go; the bare row stays, so that the record's id leads somewhere. */
    private static void erase(Connection connection, MunicipalityCode municipality, List<UUID> flags)
            throws SQLException {
        delete(connection, municipality, flags, "flag_strength");
        SqlCorrections.forget(connection, municipality, flags);
        delete(connection, municipality, flags, "flag_fact");
        update(
                connection,
                municipality,
                flags,
                "pseudonym = null, lot_nonce = null, values_salt = null, missing = '{}', retracted = '{}', stale = '{}', erased_at = now()");
    }

    private static void end(
            Connection connection, MunicipalityCode municipality, List<UUID> flags, String state, Instant at)
            throws SQLException {
        update(
                connection,
                municipality,
                flags,
                "state = '" + state + "', version = version + 1, changed_at = timestamptz '"
                        + at.atOffset(ZoneOffset.UTC) + "'");
    }

    private static void update(
            Connection connection, MunicipalityCode municipality, List<UUID> flags, String assignments)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update flag set " + assignments + " where municipality = ? and id = any (?)")) {
            update.setShort(1, municipality.number());
            update.setArray(2, connection.createArrayOf("uuid", flags.toArray()));
            update.executeUpdate();
        }
    }

    private static void delete(Connection connection, MunicipalityCode municipality, List<UUID> flags, String table)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where municipality = ? and flag = any (?)")) {
            delete.setShort(1, municipality.number());
            delete.setArray(2, connection.createArrayOf("uuid", flags.toArray()));
            delete.executeUpdate();
        }
    }

    private static List<UUID> ids(PreparedStatement find) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
