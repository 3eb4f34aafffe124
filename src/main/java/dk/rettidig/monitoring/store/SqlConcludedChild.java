package dk.rettidig.monitoring.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.monitoring.ConcludedChild;
import dk.rettidig.monitoring.Tally;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.OwnView;
import dk.rettidig.store.MunicipalSession;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One child's age band and one flag's views, by their keys. */
@Singleton
class SqlConcludedChild implements ConcludedChild {

    private static final IndicatorId AGE_BAND = new IndicatorId("AGE_BAND");

    private static final String BAND =
            "select value from (select distinct on (period_from, period_to) period_to, value, "
                    + "retracted from observation where municipality = ? and pseudonym = ? and indicator = ? and period_to <= ? "
                    + "order by period_from, period_to, known_at desc) latest where not retracted order by period_to desc limit 1";

    private final MonitoringDatabase database;
    private final IndicatorCatalogue catalogue;

    SqlConcludedChild(MonitoringDatabase database, IndicatorCatalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public int ageBand(MunicipalityCode municipality, Pseudonym child, LocalDate until) {
        short code = catalogue.find(AGE_BAND).map(Indicator::code).orElseThrow();
        return database.joining(connection -> {
            MunicipalSession.see(connection, municipality);
            try (PreparedStatement select = connection.prepareStatement(BAND)) {
                select.setShort(1, municipality.number());
                select.setBytes(2, child.bytes());
                select.setShort(3, code);
                select.setObject(4, until);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : Tally.UNKNOWN;
                }
            }
        });
    }

    @Override
    public List<Viewed> views(MunicipalityCode municipality, FlagId flag) {
        return database.joining(connection -> {
            MunicipalSession.see(connection, municipality);
            try (PreparedStatement select = connection.prepareStatement(
                    "select reviewer, choice from review_own_view where municipality = ? and flag = ?")) {
                select.setShort(1, municipality.number());
                select.setObject(2, flag.value());
                try (ResultSet rows = select.executeQuery()) {
                    List<Viewed> views = new ArrayList<>();
                    while (rows.next()) {
                        views.add(new Viewed(
                                rows.getString(1),
                                OwnView.Choice.parse(rows.getString(2)).orElseThrow()));
                    }
                    return views;
                }
            }
        });
    }
}
