package dk.rettidig.ledger.store;

import dk.rettidig.ledger.SequencerTurns.Published;
import dk.rettidig.merkle.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads checkpoints on one connection. */
final class CheckpointRows {

    private static final String COLUMNS = "select tree_size, root, note, at from ledger_checkpoint ";
    private static final String NEWEST = COLUMNS + "order by checkpoint_id desc limit 1";
    private static final String OF_SIZE = COLUMNS + "where tree_size = ? order by checkpoint_id desc limit 1";

    private CheckpointRows() {}

    static Optional<Published> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            return first(select);
        }
    }

    static Optional<Published> ofSize(Connection connection, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_SIZE)) {
            select.setLong(1, size);
            return first(select);
        }
    }

    private static Optional<Published> first(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            return found.next()
                    ? Optional.of(new Published(
                            found.getLong(1),
                            Hash.of(found.getBytes(2)),
                            found.getString(3),
                            found.getObject(4, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }
}
