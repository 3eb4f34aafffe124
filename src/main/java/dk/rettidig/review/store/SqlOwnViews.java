package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.Justification;
import dk.rettidig.review.OwnView;
import dk.rettidig.review.OwnViews;
import dk.rettidig.review.SealedView;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Sealed own views, one row a flag and person. */
@Singleton
class SqlOwnViews implements OwnViews {

    private static final String SELECT = "select choice, justification, sealed_at from review_own_view "
            + "where municipality = ? and flag = ? and reviewer = ?";
    private static final String INSERT = "insert into review_own_view "
            + "(municipality, flag, reviewer, choice, justification, sealed_at) values (?, ?, ?, ?, ?, ?) "
            + "on conflict do nothing";

    private final DataSource database;

    SqlOwnViews(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<SealedView> find(MunicipalityCode municipality, FlagId flag, ActorName by) {
        try (Connection connection = Statements.within(database, municipality);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setShort(1, municipality.number());
            select.setObject(2, flag.value());
            select.setString(3, by.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row, flag, by)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }

    @Override
    public boolean seal(MunicipalityCode municipality, SealedView sealed) {
        try (Connection connection = Statements.within(database, municipality);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setShort(1, municipality.number());
            insert.setObject(2, sealed.flag().value());
            insert.setString(3, sealed.by().value());
            insert.setString(4, sealed.view().choice().id());
            insert.setString(5, sealed.view().justification().text());
            insert.setObject(6, sealed.at().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }

    private static SealedView read(ResultSet row, FlagId flag, ActorName by) throws SQLException {
        OwnView view =
                new OwnView(OwnView.Choice.parse(row.getString(1)).orElseThrow(), new Justification(row.getString(2)));
        return new SealedView(
                flag, by, view, row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
