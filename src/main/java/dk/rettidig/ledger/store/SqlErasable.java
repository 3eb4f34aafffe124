package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Erasable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The only statements of the ledger that delete. */
@Singleton
class SqlErasable implements Erasable {

    private final DataSource database;

    SqlErasable(DataSource database) {
        this.database = database;
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @Override
    public Optional<SealedValue> commitment(AppendId id, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select sealed from ledger_commitment where append_id = ? and name = ?")) {
            select.setLong(1, id.value());
            select.setString(2, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(new SealedValue(found.getBytes(1))) : Optional.empty();
            }
        }
    }

    @Override
    public int eraseCommitments(AppendId id) throws SQLException {
        return delete("delete from ledger_commitment where append_id = ?", each -> each.setLong(1, id.value()));
    }

    @Override
    public int eraseCommitmentsBefore(Instant moment) throws SQLException {
        return delete(
                "delete from ledger_commitment c using ledger_append a where a.append_id = c.append_id and a.at < ?",
                each -> each.setObject(1, moment.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public int eraseActorsBefore(int year) throws SQLException {
        return delete("delete from ledger_actor where year < ?", each -> each.setInt(1, year));
    }

    private int delete(String sql, Parameters parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            parameters.set(delete);
            return delete.executeUpdate();
        }
    }
}
