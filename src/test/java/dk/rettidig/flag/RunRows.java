package dk.rettidig.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.flag.member.Lot;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.merkle.Hash;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What tests read of runs straight from the tables, as superuser. */
final class RunRows {

    private RunRows() {}

    static byte[] bytes(double value) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
    }

    /** Every column of every table in which the text or the bytes stand, looked for as superuser. */
    static List<String> placesHolding(String text, byte[] bytes) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = FlagData.connection()
                .createStatement()
                .executeQuery("select table_name, column_name, data_type from information_schema.columns "
                        + "where table_schema = 'public'")) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getString(3));
            }
        }
        List<String> places = new ArrayList<>();
        String hex = java.util.HexFormat.of().formatHex(bytes);
        for (String column : columns) {
            String[] part = column.split("\\|");
            String condition = part[2].equals("bytea")
                    ? "position('\\x" + hex + "'::bytea in " + part[1] + ") > 0 or position('" + text + "'::bytea in "
                            + part[1] + ") > 0"
                    : "position('" + text + "' in " + part[1] + "::text) > 0";
            if (count("\"" + part[0] + "\" where " + condition) > 0) {
                places.add(column);
            }
        }
        assertThat(columns).hasSizeGreaterThan(50);
        return places;
    }

    static long count(String from) throws SQLException {
        try (ResultSet row = FlagData.connection().createStatement().executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    static String entry(String type, RunId run) throws SQLException {
        try (ResultSet rows = FlagData.connection()
                .createStatement()
                .executeQuery("select convert_from(body, 'UTF8') from ledger_append")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                String body = rows.getString(1);
                if (body.contains(type) && body.contains(run.toString())) {
                    found.add(body);
                }
            }
            assertThat(found).as("one entry %s of the run", type).hasSize(1);
            return found.getFirst();
        }
    }

    static Hash nonce(FlagId flag) throws SQLException {
        return Hash.of(bytesOf("select lot_nonce from flag where id = '" + flag + "'"));
    }

    static Membership membership(RunId run) throws SQLException {
        return Membership.kept(bytesOf("select leaves from run_membership where run = '" + run + "'"));
    }

    static Lot.Drawn lot(RunId run) throws SQLException {
        try (ResultSet row = FlagData.connection()
                .createStatement()
                .executeQuery("select capacity, seed, checkpoint, tickets from run_lot where run = '" + run + "'")) {
            row.next();
            byte[] tickets = row.getBytes(4);
            return new Lot.Drawn(
                    row.getInt(1),
                    Hash.of(row.getBytes(2)),
                    row.getString(3),
                    IntStream.range(0, tickets.length / 32)
                            .mapToObj(i -> Hash.of(tickets, i * 32, 32))
                            .toList());
        }
    }

    static byte[] bytesOf(String query) throws SQLException {
        try (ResultSet row = FlagData.connection().createStatement().executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }
}
