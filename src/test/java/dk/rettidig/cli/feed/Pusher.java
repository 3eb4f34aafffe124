package dk.rettidig.cli.feed;

import dk.rettidig.feed.rest.Sender;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.testing.RealDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A registered school at its own machine: a folder, a key file, and {@code push}. */
final class Pusher {

    static final String HEADER = "pseudonym,indicator,period_from,period_to,value\n";

    private final Sender school;
    private final Path folder;
    private final Path key;

    private Pusher(Sender school, Path folder, Path key) {
        this.school = school;
        this.folder = folder;
        this.key = key;
    }

    static Pusher at(Path folder) throws SQLException, SealException {
        Path key = folder.resolve(".registry.key");
        return new Pusher(Sender.school(KeyFile.signingKeyOrNew(key, new SecureRandom())), folder, key);
    }

    /** What a run of the program printed and how it ended. */
    record Run(int exit, String printed) {}

    List<String> arguments(String url, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--key",
                key.toString(),
                "--url",
                url,
                "--registry",
                school.registry,
                "--feed",
                school.feed,
                "--municipality",
                "999"));
        all.addAll(List.of(more));
        return all;
    }

    /** Runs the command as a person would; both streams are caught. */
    Run push(String url, String... more) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exit = new CommandLine(new PushCommand())
                    .setErr(new PrintWriter(both, true, StandardCharsets.UTF_8))
                    .execute(arguments(url, more).toArray(String[]::new));
            return new Run(exit, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** A line of CSV about a child, line feed included. */
    static String csv(int child, String value) {
        return Sender.pseudonym(child) + ",SCH_ABS_UNL," + Sender.today().minusDays(99) + ","
                + Sender.today().minusDays(10) + "," + value + "\n";
    }

    String json(int child, String value) {
        return school.row(child, "\"value\":" + value);
    }

    /** Deliveries of this school in a state. */
    long deliveries(String state) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                var query =
                        connection.prepareStatement("select count(*) from delivery where registry = ? and state = ?")) {
            query.setString(1, school.registry);
            query.setString(2, state);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
