package dk.rettidig.oversight.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.oversight.extract.Extract;
import dk.rettidig.oversight.extract.ExtractJson;
import dk.rettidig.oversight.extract.Passage;
import dk.rettidig.oversight.extract.WithholdingGround;
import dk.rettidig.seal.SealException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The entries of an extract, sealed under the key outside the database and bound to their place. */
@Singleton
class ExtractItemRows {

    private final ErasureBox box;

    ExtractItemRows(ErasureBox box) {
        this.box = box;
    }

    byte[] seal(String text, UUID extract, String place) {
        return box.seal(text.getBytes(StandardCharsets.UTF_8), "extract " + extract + " " + place);
    }

    String open(byte[] sealed, UUID extract, String place) {
        try {
            return new String(box.open(sealed, "extract " + extract + " " + place), StandardCharsets.UTF_8);
        } catch (SealException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }

    void insert(Connection connection, Extract extract, List<Passage> passages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into extract_item (municipality, extract, number, sealed) values (?, ?, ?, ?)")) {
            for (int i = 0; i < passages.size(); i++) {
                insert.setShort(1, extract.municipality().number());
                insert.setObject(2, extract.id());
                insert.setInt(3, i + 1);
                insert.setBytes(4, seal(ExtractJson.passage(passages.get(i)), extract.id(), "entry " + (i + 1)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<Extract.Item> read(Connection connection, Extract extract) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select number, sealed, given, ground, decided_by,"
                + " decided_at from extract_item where municipality = ? and extract = ? order by number")) {
            select.setShort(1, extract.municipality().number());
            select.setObject(2, extract.id());
            List<Extract.Item> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int number = row.getInt(1);
                    items.add(new Extract.Item(
                            number,
                            ExtractJson.passage(open(row.getBytes(2), extract.id(), "entry " + number)),
                            decision(row)));
                }
            }
            return items;
        }
    }

    private static Optional<Extract.Decision> decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        if (by == null) {
            return Optional.empty();
        }
        return Optional.of(new Extract.Decision(
                Optional.ofNullable(row.getString("ground")).flatMap(WithholdingGround::parse),
                new ActorName(by),
                OversightDatabase.moment(row, "decided_at")));
    }

    int decide(Connection connection, Extract extract, Map<Integer, Extract.Decision> decisions) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update extract_item set given = ?, ground = ?,"
                + " decided_by = ?, decided_at = ? where municipality = ? and extract = ? and number = ?")) {
            for (Map.Entry<Integer, Extract.Decision> one : decisions.entrySet()) {
                Extract.Decision decision = one.getValue();
                update.setBoolean(1, decision.ground().isEmpty());
                update.setString(2, decision.ground().map(WithholdingGround::id).orElse(null));
                update.setString(3, decision.by().value());
                update.setObject(4, decision.at().atOffset(ZoneOffset.UTC));
                update.setShort(5, extract.municipality().number());
                update.setObject(6, extract.id());
                update.setInt(7, one.getKey());
                update.addBatch();
            }
            return update.executeBatch().length;
        }
    }
}
