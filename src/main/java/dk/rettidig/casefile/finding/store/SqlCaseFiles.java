package dk.rettidig.casefile.finding.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.CaseEvent;
import dk.rettidig.casefile.CaseHistory;
import dk.rettidig.casefile.finding.CaseFile;
import dk.rettidig.casefile.finding.CaseFiles;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Case events from the observations of children in scope, one statement in the order of children. */
@Singleton
class SqlCaseFiles implements CaseFiles {

    /** Rows fetched at a time. */
    private static final int FETCH_ROWS = 10_000;

    private static final String HOLDINGS = "select distinct municipality, basis from feed where state = 'approved'"
            + " and scope_kind = 'open-case' order by municipality, basis";

    private static final String EVENTS = """
        with open_case as (
            select distinct pseudonym from (
                select distinct on (pseudonym, from_day) pseudonym, from_day, to_day, retracted
                from scope where municipality = ? and basis = ? and known_at <= ?
                order by pseudonym, from_day, known_at desc) latest
            where not retracted and from_day <= ? and from_day > ? and to_day >= ?
              and not exists (select 1 from objected(?) o(child) where o.child = latest.pseudonym)),
        event as (
            select distinct on (o.pseudonym, o.indicator, o.period_from, o.period_to)
                o.pseudonym, o.indicator, o.period_from, o.value, o.retracted
            from observation o join open_case c on c.pseudonym = o.pseudonym
            where o.municipality = ? and o.indicator = any (?) and o.known_at <= ?
            order by o.pseudonym, o.indicator, o.period_from, o.period_to, o.known_at desc)
        select c.pseudonym, e.indicator, e.period_from, e.value
        from open_case c left join event e on e.pseudonym = c.pseudonym and not e.retracted
        order by c.pseudonym
        """;

    private final CaseDatabase database;
    private final IndicatorCatalogue catalogue;

    SqlCaseFiles(CaseDatabase database, IndicatorCatalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public List<Holding> holdings() {
        return database.joining(connection -> CaseDatabase.list(
                connection,
                HOLDINGS,
                row -> new Holding(
                        MunicipalityCode.of(row.getInt("municipality")), new BasisId(row.getString("basis")))));
    }

    @Override
    public void read(Asking asking, Consumer<CaseFile> each) {
        database.of(asking.of().municipality(), connection -> {
            try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
                bind(connection, select, asking);
                select.setFetchSize(FETCH_ROWS);
                Files files = new Files(each);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        files.take(Pseudonym.of(row.getBytes(1)), event(row));
                    }
                }
                files.close();
                return each;
            }
        });
    }

    private void bind(Connection connection, PreparedStatement select, Asking asking) throws SQLException {
        short municipality = asking.of().municipality().number();
        select.setShort(1, municipality);
        select.setString(2, asking.of().basis().value());
        select.setObject(3, asking.known().atOffset(ZoneOffset.UTC));
        select.setObject(4, asking.day());
        select.setObject(5, asking.day().minusDays(asking.maximumDays()));
        select.setObject(6, asking.day());
        select.setShort(7, municipality);
        select.setShort(8, municipality);
        select.setArray(
                9,
                connection.createArrayOf(
                        "int2",
                        asking.indicators().stream()
                                .map(id -> catalogue.find(id).orElseThrow().code())
                                .toArray()));
        select.setObject(10, asking.known().atOffset(ZoneOffset.UTC));
    }

    /** A child in scope about whom nothing was delivered has one row without an event. */
    private Optional<CaseEvent> event(ResultSet row) throws SQLException {
        short code = row.getShort(2);
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new CaseEvent(
                row.getObject(3, LocalDate.class),
                catalogue.withCode(code).orElseThrow().id().value(),
                (int) row.getDouble(4)));
    }

    /** Puts the rows of one child after the other together. */
    private static final class Files {

        private final Consumer<CaseFile> each;
        private final List<CaseEvent> events = new ArrayList<>();
        private Optional<Pseudonym> child = Optional.empty();

        Files(Consumer<CaseFile> each) {
            this.each = each;
        }

        void take(Pseudonym next, Optional<CaseEvent> event) {
            if (child.filter(next::equals).isEmpty()) {
                close();
                child = Optional.of(next);
            }
            event.ifPresent(events::add);
        }

        void close() {
            child.ifPresent(done -> each.accept(new CaseFile(done, CaseHistory.of(events))));
            events.clear();
        }
    }
}
