package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.Outcome;
import dk.rettidig.review.OutcomeRow;
import dk.rettidig.review.Outcomes;
import dk.rettidig.review.RecordedOutcome;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** Outcomes, one row a flag. */
@Singleton
class SqlOutcomes implements Outcomes {

    private static final String SELECT =
            "select reviewer, kind, justification, open_case, aware_on, how_told, indicator, "
                    + "recorded_at from review_outcome where municipality = ? and flag = ?";
    private static final String INSERT =
            "insert into review_outcome (municipality, flag, reviewer, kind, justification, "
                    + "open_case, aware_on, how_told, indicator, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                    + "on conflict do nothing";

    private final DataSource database;

    SqlOutcomes(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<RecordedOutcome> find(MunicipalityCode municipality, FlagId flag) {
        try (Connection connection = Statements.within(database, municipality);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setShort(1, municipality.number());
            select.setObject(2, flag.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row, municipality, flag)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }

    @Override
    public boolean record(MunicipalityCode municipality, RecordedOutcome recorded) {
        Outcome outcome = recorded.outcome();
        OutcomeRow row = OutcomeRow.of(outcome);
        try (Connection connection = Statements.within(database, municipality);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setShort(1, municipality.number());
            insert.setObject(2, recorded.flag().value());
            insert.setString(3, outcome.by().known().value());
            insert.setString(4, row.kind());
            insert.setString(5, row.justification());
            insert.setString(6, row.openCase().orElse(null));
            insert.setObject(7, row.awareOn().orElse(null));
            insert.setString(8, row.howTold().orElse(null));
            insert.setString(9, row.indicator().orElse(null));
            insert.setObject(10, recorded.at().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }

    private static RecordedOutcome read(ResultSet row, MunicipalityCode municipality, FlagId flag) throws SQLException {
        OutcomeRow stored = new OutcomeRow(
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getObject(5, LocalDate.class)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)));
        return new RecordedOutcome(
                flag,
                stored.outcome(municipality, Objects.requireNonNull(row.getString(1))),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
