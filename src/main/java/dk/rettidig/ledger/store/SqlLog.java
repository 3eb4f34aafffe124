package dk.rettidig.ledger.store;

import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger.Covered;
import dk.rettidig.ledger.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the log's tables. */
@Singleton
class SqlLog implements Log {

    private static final String COVERING = "select e.leaf_index, c.tree_size, c.note from ledger_entry e, "
            + "lateral (select tree_size, note from ledger_checkpoint order by checkpoint_id desc limit 1) c "
            + "where e.append_id = ? and c.tree_size > e.leaf_index";

    private final DataSource database;

    SqlLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Covered> covering(AppendId id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(COVERING)) {
            find.setLong(1, id.value());
            try (ResultSet found = find.executeQuery()) {
                return found.next()
                        ? Optional.of(new Covered(found.getLong(1), found.getLong(2), found.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
