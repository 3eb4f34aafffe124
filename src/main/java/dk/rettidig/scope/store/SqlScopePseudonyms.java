package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Scope under other pseudonyms, in sets. */
@ApplicationScoped
class SqlScopePseudonyms implements PseudonymRows {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** Children in scope today or on a later day, whatever the basis. */
    static final String OPEN = """
        select * from (
            select distinct on (basis, pseudonym, from_day) *
            from scope
            where municipality = ?
            order by basis, pseudonym, from_day, known_at desc) latest
        where not retracted and to_day >= ?
        """;

    private static final String UNCOVERED = "select exists (select 1 from (" + OPEN
            + ") open where not exists (select 1 from conversion_pair p where p.former = open.pseudonym))";

    private static final String CONVERT = """
        with gone as (
            delete from scope s using conversion_pair p
            where s.municipality = ? and s.pseudonym = p.former
            returning p.former, p.present, s.municipality, s.basis, s.from_day, s.to_day, s.known_at, s.retracted,
                s.delivery),
        marked as (update conversion_pair set known = true where former in (select former from gone))
        insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery)
        select municipality, present, basis, from_day, to_day, known_at, retracted, delivery from gone
        on conflict do nothing
        """;

    private static final String LEAVE = """
        insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery)
        select municipality, pseudonym, basis, from_day, to_day, greatest(?, known_at + interval '1 microsecond'), true,
            delivery
        from (""" + OPEN + """
        ) open where pseudonym in (select former from conversion_pair)
        """;

    private final DataSource database;

    SqlScopePseudonyms(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isCovered(String municipality, Instant now) {
        return on(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNCOVERED)) {
                select.setShort(1, Short.parseShort(municipality));
                select.setObject(2, today(now));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && !row.getBoolean(1);
                }
            }
        });
    }

    @Override
    public void convert(String municipality) {
        on(municipality, connection -> {
            try (PreparedStatement convert = connection.prepareStatement(CONVERT)) {
                convert.setShort(1, Short.parseShort(municipality));
                return convert.executeUpdate();
            }
        });
    }

    @Override
    public void leave(String municipality, Instant now) {
        on(municipality, connection -> {
            try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
                leave.setObject(1, now.atOffset(ZoneOffset.UTC));
                leave.setShort(2, Short.parseShort(municipality));
                leave.setObject(3, today(now));
                return leave.executeUpdate();
            }
        });
    }

    static LocalDate today(Instant now) {
        return now.atZone(DENMARK).toLocalDate();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(String municipality, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, new MunicipalityCode(municipality));
                return work.on(connection);
            }
        });
    }
}
