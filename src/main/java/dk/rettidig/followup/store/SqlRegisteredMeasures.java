package dk.rettidig.followup.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.RegisteredMeasures;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Measures among the observations of children that are followed up: what differs from what is filed. */
@ApplicationScoped
class SqlRegisteredMeasures implements RegisteredMeasures {

    private static final String ANY_NEW = """
        select exists (select 1 from delivery d where d.municipality = ? and d.state = 'finished'
            and d.ended_at > coalesce((select l.ended_at from follow_up_looked l where l.municipality = ?), '-infinity'))
        """;

    /** No farther than a delivery that is under way began: it is new when it has ended. */
    private static final String LOOKED = """
        insert into follow_up_looked (municipality, ended_at)
        select ?, coalesce(min(started_at) filter (where state = 'running'), max(ended_at), '-infinity')
        from delivery where municipality = ?
        on conflict (municipality) do update set ended_at = excluded.ended_at
        """;

    /**
     * The latest version of each row. A period ends with the first end on its day or later. A status that says yes holds as long
     * as it is fresh, and until a later one says no; a status that says no is as good as one taken back.
     */
    private static final String LOOK = """
        with kind as (
            select * from unnest(?::text[], ?::smallint[], ?::smallint[], ?::integer[]) k(name, start, finish, fresh)),
        latest as (
            select distinct on (o.pseudonym, o.indicator, o.period_from, o.period_to) o.pseudonym, o.indicator,
                o.period_from, o.period_to, o.retracted, o.value > 0 as yes
            from observation o
            where o.municipality = ? and o.pseudonym in (select f.pseudonym from follow_up f where f.municipality = ?)
                and o.indicator in (select start from kind union select finish from kind)
            order by o.pseudonym, o.indicator, o.period_from, o.period_to, o.known_at desc),
        measure as (
            select s.pseudonym, k.name, s.period_from as from_day, bool_and(s.retracted or not s.yes) as gone,
                case when k.finish = 0 then least(
                        max(s.period_to) filter (where s.yes and not s.retracted) + k.fresh,
                        (select min(e.period_from) - 1 from latest e where e.pseudonym = s.pseudonym
                            and e.indicator = k.start and not e.retracted and not e.yes and e.period_from > s.period_from))
                    else (select min(e.period_from) from latest e where e.pseudonym = s.pseudonym
                        and e.indicator = k.finish and not e.retracted and e.period_from >= s.period_from) end as to_day
            from latest s join kind k on k.start = s.indicator
            group by s.pseudonym, k.name, k.start, k.finish, k.fresh, s.period_from)
        select f.id, m.name, m.from_day, m.to_day, m.gone
        from measure m join follow_up f on f.municipality = ? and f.pseudonym = m.pseudonym
        left join follow_up_measure p on p.municipality = f.municipality and p.follow_up = f.id and p.kind = m.name
            and p.from_day = m.from_day
        where case when m.gone then p.kind is not null
            else p.kind is null or p.to_day is distinct from m.to_day end
        order by f.id, m.from_day, m.name
        """;

    private final DataSource database;
    private final IndicatorCatalogue catalogue;
    private final CaseRuleRegister cases;

    SqlRegisteredMeasures(DataSource database, IndicatorCatalogue catalogue, CaseRuleRegister cases) {
        this.database = database;
        this.catalogue = catalogue;
        this.cases = cases;
    }

    @Override
    public boolean anyNew(MunicipalityCode municipality) {
        return on(municipality, ANY_NEW, select -> {
            select.setShort(1, municipality.number());
            select.setShort(2, municipality.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public void looked(MunicipalityCode municipality) {
        on(municipality, LOOKED, insert -> {
            insert.setShort(1, municipality.number());
            insert.setShort(2, municipality.number());
            return insert.executeUpdate();
        });
    }

    @Override
    public List<Seen> look(MunicipalityCode municipality, List<String> kinds) {
        return on(municipality, LOOK, select -> {
            Connection connection = select.getConnection();
            select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            select.setArray(2, connection.createArrayOf("smallint", codes(kinds)));
            select.setArray(3, connection.createArrayOf("smallint", ends(kinds)));
            select.setArray(4, connection.createArrayOf("integer", fresh(kinds)));
            for (int place = 5; place <= 7; place++) {
                select.setShort(place, municipality.number());
            }
            try (ResultSet rows = select.executeQuery()) {
                List<Seen> seen = new ArrayList<>();
                while (rows.next()) {
                    seen.add(seen(rows));
                }
                return seen;
            }
        });
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                new FollowUpId(row.getObject(1, UUID.class)),
                new Measure(
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, LocalDate.class))),
                row.getBoolean(5));
    }

    private Object[] codes(List<String> kinds) {
        return kinds.stream().map(this::code).toArray();
    }

    /** The indicator that ends a period; 0 where a row says its last day itself. */
    private Object[] ends(List<String> kinds) {
        return kinds.stream()
                .map(kind -> Optional.ofNullable(cases.periods().get(kind))
                        .map(this::code)
                        .orElse((short) 0))
                .toArray();
    }

    /** How many days a status holds. */
    private Object[] fresh(List<String> kinds) {
        return kinds.stream().map(kind -> (int) find(kind).freshness().toDays()).toArray();
    }

    private short code(String indicator) {
        return find(indicator).code();
    }

    private Indicator find(String indicator) {
        return catalogue
                .find(new IndicatorId(indicator))
                .orElseThrow(() -> new IllegalStateException("the policy set has no indicator " + indicator));
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(MunicipalityCode municipality, String sql, Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                MunicipalSession.see(connection, municipality);
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    return work.on(statement);
                }
            }
        });
    }
}
