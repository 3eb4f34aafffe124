package dk.rettidig.ledger.store;

import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.Tile;
import dk.rettidig.merkle.TilePath;
import dk.rettidig.merkle.TileReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads tiles on one connection: full ones as stored, partial ones from the entries' hashes or from the roots of the tiles
 * below. No partial tile is ever stored, so that no row is ever rewritten.
 */
record TileRows(Connection connection) implements TileReader {

    private static final String FULL = "select hashes from ledger_tile where level = ? and tile_index = ?";
    private static final String LEAVES =
            "select leaf_hash from ledger_entry where leaf_index >= ? and leaf_index < ? order by leaf_index";
    private static final String ROOTS =
            "select root from ledger_tile where level = ? and tile_index >= ? and tile_index < ? order by tile_index";

    @Override
    public Tile tile(TilePath path) {
        try {
            return path.isPartial() ? partial(path) : full(path);
        } catch (SQLException failure) {
            throw new LedgerFault(LedgerErrorCode.UNREADABLE, failure);
        }
    }

    private Tile full(TilePath path) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FULL)) {
            select.setInt(1, path.level());
            select.setLong(2, path.index());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new LedgerFault(LedgerErrorCode.DAMAGED);
                }
                return new Tile(path, found.getBytes(1));
            }
        }
    }

    private Tile partial(TilePath path) throws SQLException {
        boolean leaves = path.level() == 0;
        try (PreparedStatement select = connection.prepareStatement(leaves ? LEAVES : ROOTS)) {
            int parameter = 1;
            if (!leaves) {
                select.setInt(parameter++, path.level() - 1);
            }
            long first = path.index() * TilePath.FULL;
            select.setLong(parameter++, first);
            select.setLong(parameter, first + path.width());
            try (ResultSet found = select.executeQuery()) {
                return new Tile(path, hashes(found, path.width()));
            }
        }
    }

    private static byte[] hashes(ResultSet found, int width) throws SQLException {
        byte[] hashes = new byte[width * Hash.LENGTH];
        int count = 0;
        while (found.next()) {
            System.arraycopy(found.getBytes(1), 0, hashes, count * Hash.LENGTH, Hash.LENGTH);
            count++;
        }
        if (count != width) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED);
        }
        return hashes;
    }
}
