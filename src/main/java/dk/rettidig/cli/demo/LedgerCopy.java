package dk.rettidig.cli.demo;

import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A copy of the record that a superuser of the database has altered: in the database, and exported from there. */
final class LedgerCopy {

    /** Entries of one bundle (C2SP tlog-tiles). */
    private static final int BUNDLE = 256;

    private LedgerCopy() {}

    static void unzip(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry of the export leaves its folder");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        }
    }

    /**
     * Copies the entries' table, alters one row of the copy as superuser, and writes the first bundle of entries anew from
     * it, beside the true checkpoint and tiles.
     *
     * @return the index of the altered entry
     */
    static long alterAsSuperuser(EmbeddedDatabase database, Path export, Path copy) throws IOException {
        copyFolder(export, copy);
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists demo_copy");
            statement.execute("create table demo_copy.ledger_entry as table public.ledger_entry");
            long index = alter(connection);
            writeFirstBundle(connection, copy);
            return index;
        } catch (SQLException failure) {
            throw new IOException("the copy of the ledger could not be altered", failure);
        }
    }

    /** Turns a refusal into a permit, as somebody with something to hide would. */
    private static long alter(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update demo_copy.ledger_entry
                set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'gate.refused', 'gate.permitted'), 'UTF8')
                where leaf_index = (select min(leaf_index) from demo_copy.ledger_entry
                                    where convert_from(bytes, 'UTF8') like '%gate.refused%')
                returning leaf_index""");
                ResultSet altered = update.executeQuery()) {
            if (!altered.next()) {
                throw new SQLException("there is no refusal to alter");
            }
            return altered.getLong(1);
        }
    }

    private static void writeFirstBundle(Connection connection, Path copy) throws SQLException, IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bundle);
        long first;
        int count = 0;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet altered = statement.executeQuery("""
                    select c.leaf_index from demo_copy.ledger_entry c join public.ledger_entry e using (leaf_index)
                    where c.bytes <> e.bytes""")) {
                altered.next();
                first = altered.getLong(1) / BUNDLE * BUNDLE;
            }
            try (ResultSet rows = statement.executeQuery("select bytes from demo_copy.ledger_entry where leaf_index >= "
                    + first + " order by leaf_index limit " + BUNDLE)) {
                while (rows.next()) {
                    byte[] entry = rows.getBytes(1);
                    out.writeShort(entry.length);
                    out.write(entry);
                    count++;
                }
            }
        }
        replace(copy, first / BUNDLE, count, bundle.toByteArray());
    }

    /** The export may end earlier than the log has grown since: the bundle is cut to the width that the export has. */
    private static void replace(Path copy, long number, int count, byte[] bundle) throws IOException {
        Path folder = copy.resolve("tile/entries");
        String name = String.format(java.util.Locale.ROOT, "%03d", number);
        Path full = folder.resolve(name);
        if (Files.isRegularFile(full)) {
            Files.write(full, bundle);
            return;
        }
        Path partial;
        try (Stream<Path> widths = Files.list(folder.resolve(name + ".p"))) {
            partial = widths.findFirst().orElseThrow();
        }
        int width = Integer.parseInt(partial.getFileName().toString());
        if (width > count) {
            throw new IOException("the copy is shorter than the export");
        }
        Files.write(partial, java.util.Arrays.copyOf(bundle, lengthOf(bundle, width)));
    }

    private static int lengthOf(byte[] bundle, int entries) {
        int at = 0;
        for (int i = 0; i < entries; i++) {
            at += 2 + (((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff));
        }
        return at;
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path source : walk.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }
}
