package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.ReviewTexts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Erases views and outcomes by what became of their flags. */
@Singleton
class SqlReviewTexts implements ReviewTexts {

    private static final String VIEWS = "delete from review_own_view t using flag f where t.municipality = ? "
            + "and f.municipality = t.municipality and f.id = t.flag "
            + "and (f.erased_at is not null or (f.state = 'concluded' and f.changed_at < ?))";
    private static final String OUTCOMES = "delete from review_outcome t using flag f where t.municipality = ? "
            + "and f.municipality = t.municipality and f.id = t.flag and f.erased_at is not null";

    private final DataSource database;

    SqlReviewTexts(DataSource database) {
        this.database = database;
    }

    @Override
    public Erased erase(MunicipalityCode municipality, Instant concludedBefore) {
        try (Connection connection = Statements.within(database, municipality);
                PreparedStatement views = connection.prepareStatement(VIEWS);
                PreparedStatement outcomes = connection.prepareStatement(OUTCOMES)) {
            views.setShort(1, municipality.number());
            views.setObject(2, concludedBefore.atOffset(ZoneOffset.UTC));
            outcomes.setShort(1, municipality.number());
            return new Erased(views.executeUpdate(), outcomes.executeUpdate());
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }
}
