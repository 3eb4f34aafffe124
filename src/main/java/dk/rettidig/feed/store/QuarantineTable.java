package dk.rettidig.feed.store;

import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.body.Quarantine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the lines and codes of a delivery's quarantine. */
final class QuarantineTable {

    private static final int BATCH = 1_000;

    private final Connection connection;

    QuarantineTable(Connection connection) {
        this.connection = connection;
    }

    void write(DeliveryId delivery, Quarantine quarantine) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into quarantined_row (delivery, line, code) values (?, ?, ?) on conflict do nothing")) {
            for (int n = 0; n < quarantine.kept(); n++) {
                insert.setObject(1, delivery.value());
                insert.setLong(2, quarantine.line(n));
                insert.setShort(3, quarantine.code(n).number());
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
