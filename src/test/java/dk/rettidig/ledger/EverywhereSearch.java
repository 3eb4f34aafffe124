package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.testing.RealDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Where bytes still are, as they are, in hexadecimal or in base64: all tables as their superuser sees them, and an export. */
final class EverywhereSearch {

    private EverywhereSearch() {}

    /** The names of the tables in which a row has these bytes, in any column. */
    static List<String> tables(byte[] wanted) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = RealDatabase.database().superuser()) {
            for (String table : all(connection)) {
                if (rows(connection, table, wanted) > 0) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> all(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select quote_ident(tablename) from pg_tables" + " where schemaname = 'public' order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(30);
        return tables;
    }

    /** A row as text has its bytes in hexadecimal; what is text within these bytes is hexadecimal twice. */
    private static long rows(Connection connection, String table, byte[] wanted) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from " + table + " t where t::text like any (?)")) {
            List<String> patterns = new ArrayList<>();
            for (byte[] form : forms(wanted)) {
                patterns.add("%" + HexFormat.of().formatHex(form) + "%");
                patterns.add("%"
                        + new String(form, StandardCharsets.ISO_8859_1)
                                .replaceAll(
                                        "[^\\x20-\\x7e]",
                                        "\u0001") // what cannot stand in a text is not looked for there
                                .replaceAll("[\\\\%_]", "\\\\$0")
                        + "%");
            }
            statement.setArray(1, connection.createArrayOf("text", patterns.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The names of the files in an exported ledger that have these bytes. */
    static List<String> export(Path zip, byte[] wanted) throws IOException {
        List<String> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream files = new ZipInputStream(in)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                String content = new String(files.readAllBytes(), StandardCharsets.ISO_8859_1);
                if (forms(wanted).stream()
                        .anyMatch(form -> content.contains(new String(form, StandardCharsets.ISO_8859_1)))) {
                    found.add(file.getName());
                }
            }
        }
        return found;
    }

    private static List<byte[]> forms(byte[] wanted) {
        return List.of(
                wanted,
                HexFormat.of().formatHex(wanted).getBytes(StandardCharsets.US_ASCII),
                Base64.getEncoder().encode(wanted));
    }
}
