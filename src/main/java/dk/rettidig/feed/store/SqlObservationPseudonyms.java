package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Observations under other pseudonyms, in sets: out through the parent, in through the municipality's partition. */
@ApplicationScoped
class SqlObservationPseudonyms implements PseudonymRows {

    private static final String RUNNING =
            "select exists (select 1 from delivery where municipality = ? and state = 'running')";

    /** Whoever delivers about the whole population has no scope to be found in. */
    private static final String UNCOVERED = """
        select exists (select 1 from feed where municipality = ? and scope_kind = 'population') and exists (
            select 1 from observation o join delivery d on d.number = o.delivery join feed f on f.id = d.feed
            where o.municipality = ? and f.scope_kind = 'population'
              and not exists (select 1 from conversion_pair p where p.former = o.pseudonym))
        """;

    private static final String OUT = """
        with gone as (
            delete from observation o using conversion_pair p
            where o.municipality = ? and o.pseudonym = p.former
            returning p.former, p.present, o.municipality, o.indicator, o.period_from, o.period_to, o.known_at, o.value,
                o.retracted, o.delivery),
        marked as (update conversion_pair set known = true where former in (select former from gone))
        """;

    private static final String IN = " (municipality, pseudonym, indicator, period_from, period_to, known_at, value,"
            + " retracted, delivery) select municipality, present, indicator, period_from, period_to, known_at, value,"
            + " retracted, delivery from gone on conflict do nothing";

    private final DataSource database;

    SqlObservationPseudonyms(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isUnderWay(String municipality) {
        return Sql.one(database, row -> row.getBoolean(1), RUNNING, Short.valueOf(municipality))
                .orElse(true);
    }

    @Override
    public boolean isCovered(String municipality, Instant now) {
        see(municipality);
        Short code = Short.valueOf(municipality);
        return !Sql.one(database, row -> row.getBoolean(1), UNCOVERED, code, code)
                .orElse(true);
    }

    @Override
    public void convert(String municipality) {
        see(municipality);
        String partition = "observation_m" + new MunicipalityCode(municipality).number();
        Sql.change(database, OUT + " insert into " + partition + IN, Short.valueOf(municipality));
    }

    private void see(String municipality) {
        try (Connection connection = database.getConnection()) {
            MunicipalSession.see(connection, new MunicipalityCode(municipality));
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
    }
}
