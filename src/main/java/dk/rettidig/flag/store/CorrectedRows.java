package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Corrections.Copied;
import dk.rettidig.flag.FlagId;
import dk.rettidig.merkle.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which facts their sources have changed, in SQL, on the connection of the caller's transaction. */
final class CorrectedRows {

    /**
     * A correction back to what the run saw takes the mark away; the same value told again is no correction. A flag that was
     * withdrawn or expired is left out: nobody concluded anything on it.
     */
    private static final String LATEST = """
        with latest as (
            select distinct on (fact.flag, fact.indicator, fact.period_from) fact.flag, fact.indicator, fact.period_from,
                later.value, later.known_at, case when later.retracted then 'retracted'
                    when later.value <> fact.value then 'corrected' else 'none' end as change
            from flag join flag_fact fact on fact.municipality = flag.municipality and fact.flag = flag.id
                join observation later on later.municipality = flag.municipality and later.pseudonym = flag.pseudonym
                    and later.indicator = fact.indicator and later.period_from = fact.period_from
                    and later.period_to = fact.period_to and later.known_at > fact.known_at
            where flag.municipality = ? and flag.state in ('open', 'opened', 'view_sealed', 'concluded')
            order by fact.flag, fact.indicator, fact.period_from, later.known_at desc)
        """;

    private static final String DIFFERS = """
        flag_fact.municipality = ? and flag_fact.flag = latest.flag and flag_fact.indicator = latest.indicator
          and flag_fact.period_from = latest.period_from
          and (flag_fact.change <> latest.change
               or (latest.change = 'corrected' and flag_fact.changed_value is distinct from latest.value))
        """;

    private static final String CHANGED =
            LATEST + "select distinct flag_fact.flag from flag_fact, latest where " + DIFFERS;

    private static final String MARK =
            LATEST + """
        update flag_fact set change = latest.change,
            changed_value = case when latest.change = 'corrected' then latest.value end,
            changed_known_at = latest.known_at
        from latest where
        """ + DIFFERS + " and flag_fact.flag = any (?) returning flag_fact.flag";

    private CorrectedRows() {}

    static List<FlagId> changed(Connection connection, MunicipalityCode municipality) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(CHANGED)) {
            find.setShort(1, municipality.number());
            find.setShort(2, municipality.number());
            return ids(find);
        }
    }

    static List<FlagId> mark(Connection connection, MunicipalityCode municipality, List<FlagId> flags)
            throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setShort(1, municipality.number());
            mark.setShort(2, municipality.number());
            mark.setArray(3, connection.createArrayOf("uuid", uuids(flags)));
            List<FlagId> marked = ids(mark);
            countOn(connection, municipality, marked);
            return marked;
        }
    }

    /** Whoever is about to conclude on what was read before is shown the flag again: an outcome needs the version last read. */
    private static void countOn(Connection connection, MunicipalityCode municipality, List<FlagId> marked)
            throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("update flag set version = version + 1 "
                + "where municipality = ? and id = any (?) and state <> 'concluded'")) {
            count.setShort(1, municipality.number());
            count.setArray(2, connection.createArrayOf("uuid", uuids(marked)));
            count.executeUpdate();
        }
    }

    static List<FlagId> concluded(Connection connection, MunicipalityCode municipality, List<FlagId> flags)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(
                "select id from flag where municipality = ? and id = any (?) and state = 'concluded'")) {
            find.setShort(1, municipality.number());
            find.setArray(2, connection.createArrayOf("uuid", uuids(flags)));
            return ids(find);
        }
    }

    static List<FlagId> refuse(Connection connection, MunicipalityCode municipality, List<FlagId> flags, Instant at)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement("update flag set copy_refused_at = ? "
                + "where municipality = ? and id = any (?) and copy_refused_at is null returning id")) {
            note.setObject(1, at.atOffset(ZoneOffset.UTC));
            note.setShort(2, municipality.number());
            note.setArray(3, connection.createArrayOf("uuid", uuids(flags)));
            return ids(note);
        }
    }

    static Optional<Copied> copied(Connection connection, MunicipalityCode municipality, FlagId flag)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select run.ended_at, flag.values_salt from flag "
                + "join run on run.id = flag.run where flag.municipality = ? and flag.id = ?")) {
            find.setShort(1, municipality.number());
            find.setObject(2, flag.value());
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new Copied(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getBytes(2)).map(Hash::of)))
                        : Optional.empty();
            }
        }
    }

    private static List<FlagId> ids(PreparedStatement statement) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids.stream().map(FlagId::new).toList();
    }

    private static Object[] uuids(List<FlagId> flags) {
        return flags.stream().map(FlagId::value).toArray();
    }
}
