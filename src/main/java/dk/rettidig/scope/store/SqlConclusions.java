package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scope.Conclusions;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Conclusions beside the intervals of scope that their days lie in: of each the version known latest counts. */
@ApplicationScoped
class SqlConclusions implements Conclusions {

    private static final String WITH = """
        with mine as (select ?::smallint as code),
        latest as (
            select distinct on (basis, pseudonym, day) basis, pseudonym, day, known_at, need, retracted
            from conclusion where municipality = (select code from mine)
            order by basis, pseudonym, day, known_at desc),
        interval_of as (
            select distinct on (s.basis, s.pseudonym, s.from_day) s.basis, s.pseudonym, s.from_day, s.to_day, s.retracted,
                case when s.retracted then s.known_at else (s.to_day + 1)::timestamp at time zone 'Europe/Copenhagen' end
                    as ended
            from scope s where s.municipality = (select code from mine)
              and s.pseudonym in (select pseudonym from conclusion where municipality = (select code from mine))
            order by s.basis, s.pseudonym, s.from_day, s.known_at desc)
        """;

    /** The day that became known last, of several in one interval. */
    private static final String DUE = WITH + """
        , one as (
            select distinct on (i.basis, i.pseudonym, i.from_day) i.basis, i.pseudonym, i.from_day, i.to_day, i.ended, l.day,
                l.known_at, l.need
            from latest l join interval_of i on i.basis = l.basis and i.pseudonym = l.pseudonym
                and l.day between i.from_day and i.to_day
            where not l.retracted and not i.retracted
            order by i.basis, i.pseudonym, i.from_day, l.known_at desc, l.day desc)
        select pseudonym, basis, from_day, to_day, day, need from one
        where (known_at <= ? or ended <= ?)
          and not exists (select 1 from conclusion c where c.municipality = (select code from mine)
              and c.basis = one.basis and c.pseudonym = one.pseudonym and c.day between one.from_day and one.to_day
              and c.counted_at is not null)
          and not exists (select 1 from objected((select code from mine)) o(child) where o.child = one.pseudonym)
        order by day, basis, from_day, pseudonym
        """;

    private static final String COUNTED = "update conclusion set counted_at = ? where municipality = ? and basis = ?"
            + " and pseudonym = ? and day between ? and ? and counted_at is null";

    /** What says the same as a version that stood when it was counted changes nothing. */
    private static final String CHANGED = WITH + """
        , late as (
            update conclusion c set counted_at = ? from interval_of i
            where c.municipality = (select code from mine) and c.counted_at is null and i.basis = c.basis
              and i.pseudonym = c.pseudonym and c.day between i.from_day and i.to_day
              and exists (select 1 from conclusion k where k.municipality = c.municipality and k.basis = c.basis
                  and k.pseudonym = c.pseudonym and k.day between i.from_day and i.to_day and k.counted_at is not null)
            returning i.basis, i.pseudonym, i.from_day, i.to_day, c.day, c.need, c.retracted)
        select count(distinct (late.basis, late.pseudonym, late.from_day)) from late
        where not exists (select 1 from conclusion k where k.municipality = (select code from mine)
            and k.basis = late.basis and k.pseudonym = late.pseudonym and k.day between late.from_day and late.to_day
            and k.counted_at is not null and k.need = late.need and k.retracted = late.retracted)
        """;

    private static final String ERASE = WITH + """
        delete from conclusion c
        where c.municipality = (select code from mine)
          and not exists (select 1 from interval_of i where i.basis = c.basis and i.pseudonym = c.pseudonym
              and c.day between i.from_day and i.to_day and i.ended > ?)
        """ + Halting.unlessHalted("c.pseudonym", "(select code from mine)");

    private final DataSource database;

    SqlConclusions(DataSource database) {
        this.database = database;
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return on(MunicipalityCode.SYNTHETIC, connection -> {
            List<MunicipalityCode> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select c.code from concluding() c(code)");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(MunicipalityCode.of(row.getShort(1)));
                }
            }
            return found;
        });
    }

    @Override
    public List<Due> due(MunicipalityCode municipality, Instant settled, Instant ending) {
        return on(municipality, connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setShort(1, municipality.number());
                select.setObject(2, settled.atOffset(ZoneOffset.UTC));
                select.setObject(3, ending.atOffset(ZoneOffset.UTC));
                List<Due> due = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new Due(
                                Pseudonym.of(row.getBytes(1)),
                                new BasisId(row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class),
                                row.getBoolean(6)));
                    }
                }
                return due;
            }
        });
    }

    @Override
    public void counted(MunicipalityCode municipality, Due due, Instant at) {
        on(municipality, connection -> {
            try (PreparedStatement update = connection.prepareStatement(COUNTED)) {
                update.setObject(1, at.atOffset(ZoneOffset.UTC));
                update.setShort(2, municipality.number());
                update.setString(3, due.basis().value());
                update.setBytes(4, due.child().bytes());
                update.setObject(5, due.from());
                update.setObject(6, due.to());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public int changedAfter(MunicipalityCode municipality, Instant at) {
        return on(municipality, connection -> {
            try (PreparedStatement update = connection.prepareStatement(CHANGED)) {
                update.setShort(1, municipality.number());
                update.setObject(2, at.atOffset(ZoneOffset.UTC));
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    @Override
    public int erase(MunicipalityCode municipality, Instant before) {
        return on(municipality, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
                delete.setShort(1, municipality.number());
                delete.setObject(2, before.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(MunicipalityCode municipality, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, municipality);
                return work.on(connection);
            }
        });
    }
}
