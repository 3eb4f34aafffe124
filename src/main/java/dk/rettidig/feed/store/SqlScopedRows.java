package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.intake.ScopedRows;
import dk.rettidig.law.BasisId;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class SqlScopedRows implements ScopedRows {

    /** An interval ends with its last day in Denmark, or when its retraction became known. */
    private static final String ENDED =
            "case when retracted then known_at else (to_day + 1)::timestamp at time zone 'Europe/Copenhagen' end";

    private static final String ERASE_OBSERVATIONS = "delete from observation o where o.municipality = ?"
            + " and o.delivery in (select d.number from delivery d join feed f on f.id = d.feed"
            + " where f.municipality = ? and f.basis = ? and f.scope_kind <> 'population')"
            + " and not exists (select 1 from (select distinct on (pseudonym, from_day) pseudonym, " + ENDED
            + " as ended"
            + " from scope where municipality = ? and basis = ? order by pseudonym, from_day, known_at desc) s"
            + " where s.pseudonym = o.pseudonym and s.ended > ?)"
            + Halting.unlessHalted("o.pseudonym");

    /**
     * An interval that was retracted or shortened stays until the last day of all its versions has passed, or an old assertion
     * could bring it back.
     */
    private static final String ERASE_INTERVALS = "delete from scope where municipality = ? and basis = ?"
            + " and not exists (select 1 from scope version where version.municipality = scope.municipality"
            + " and version.basis = scope.basis and version.pseudonym = scope.pseudonym"
            + " and version.from_day = scope.from_day"
            + " and (version.to_day + 1)::timestamp at time zone 'Europe/Copenhagen' > ?)"
            + Halting.unlessHalted("scope.pseudonym");

    private final DataSource database;

    SqlScopedRows(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Holding> holdings() {
        return Sql.all(
                database,
                row -> new Holding(
                        MunicipalityCode.of(row.getInt("municipality")), new BasisId(row.getString("basis"))),
                "select distinct municipality, basis from feed where state = 'approved' and scope_kind <> 'population'"
                        + " order by municipality, basis");
    }

    @Override
    public int erase(Holding holding, Instant endedBefore) {
        short municipality = holding.municipality().number();
        String basis = holding.basis().value();
        try (Connection connection = database.getConnection()) {
            MunicipalSession.see(connection, holding.municipality());
            int erased = Sql.change(
                    connection,
                    ERASE_OBSERVATIONS,
                    municipality,
                    municipality,
                    basis,
                    municipality,
                    basis,
                    endedBefore,
                    municipality);
            Sql.change(connection, ERASE_INTERVALS, municipality, basis, endedBefore, municipality);
            return erased;
        } catch (SQLException failure) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, failure);
        }
    }
}
