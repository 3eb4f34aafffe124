package dk.rettidig.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the application's role asked of PostgreSQL, in PostgreSQL's own words: its log with {@code log_statement = all}. The
 * service knows nothing of it and cannot leave anything out. Needs the argument {@link RealDatabase#STATEMENTS}.
 */
public final class StatementLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORDS = Pattern.compile("^(?:execute [^:]*|statement): ", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("\\$4 = '\\\\x([0-9a-f]+)'");

    private final StatementReads reads;
    private final Map<Path, Long> read = new HashMap<>();
    private final List<JsonNode> unread = new ArrayList<>();
    private String mark;

    private StatementLog(StatementReads reads, String mark) {
        this.reads = reads;
        this.mark = mark;
    }

    /**
     * One statement.
     *
     * @param transaction virtual transaction id, the same for all statements of a transaction
     * @param sql as PostgreSQL received it
     * @param reads those of the given tables that it reads
     * @param entry what it appends to the ledger
     */
    public record Asked(String transaction, String sql, Set<String> reads, Optional<JsonNode> entry) {}

    /** Makes the cluster, told to write its log as JSON lines, one for each statement, from its next start on. */
    static void prepare(Path cluster) throws IOException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(cluster);
                Connection connection = first.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set logging_collector = on");
            statement.execute("alter system set log_destination = 'jsonlog'");
            statement.execute("alter role " + EmbeddedDatabase.APPLICATION + " set log_statement = 'all'");
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** From now on, about these tables and their partitions. */
    public static StatementLog of(Set<String> tables) throws SQLException {
        return new StatementLog(new StatementReads(RealDatabase.database().superuser(), tables), marked());
    }

    private static String marked() throws SQLException {
        String mark = "mark " + UUID.randomUUID();
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set log_statement = 'all'");
            statement.execute("select '" + mark + "'");
        }
        return mark;
    }

    /** Everything asked since the last look, oldest first. */
    public List<Asked> since() throws SQLException, IOException, InterruptedException {
        String end = marked();
        List<Asked> asked = new ArrayList<>();
        boolean begun = false;
        for (JsonNode line : upTo(end)) {
            String message = line.path("message").asText();
            if (message.contains(mark)) {
                begun = true;
            } else if (begun && line.path("user").asText().equals(EmbeddedDatabase.APPLICATION)) {
                Matcher words = WORDS.matcher(message);
                if (words.find()) {
                    asked.add(asked(line, message.substring(words.end())));
                }
            }
        }
        if (!begun) {
            throw new IllegalStateException("PostgreSQL's log does not reach back to " + mark);
        }
        mark = end;
        return asked;
    }

    private Asked asked(JsonNode line, String sql) throws SQLException, IOException {
        Optional<JsonNode> entry = Optional.empty();
        if (sql.toLowerCase(Locale.ROOT).contains("insert into ledger_append")) {
            Matcher body = BODY.matcher(line.path("detail").asText());
            if (!body.find()) {
                throw new IllegalStateException("PostgreSQL's log does not show what was appended: " + line);
            }
            String upToItsCounts = new String(HexFormat.of().parseHex(body.group(1)), StandardCharsets.UTF_8);
            entry = Optional.of(JSON.readTree(upToItsCounts + "}").path("body"));
        }
        return new Asked(line.path("vxid").asText(), sql, reads.of(sql), entry);
    }

    /** The collector writes a little later than PostgreSQL answers. */
    private List<JsonNode> upTo(String end) throws IOException, InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            readOn();
            for (int line = 0; line < unread.size(); line++) {
                if (unread.get(line).path("message").asText().contains(end)) {
                    List<JsonNode> lines = List.copyOf(unread.subList(0, line));
                    unread.subList(0, line).clear(); // the next look begins with this mark
                    return lines;
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("PostgreSQL's log does not show " + end);
    }

    /** Whole lines that were written since the last time. */
    private void readOn() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(RealDatabase.cluster().resolve("log"))) {
            files = list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
                long from = read.getOrDefault(file, 0L);
                byte[] bytes = new byte[Math.toIntExact(log.length() - from)];
                log.seek(from);
                log.readFully(bytes);
                int whole = bytes.length;
                while (whole > 0 && bytes[whole - 1] != '\n') {
                    whole--;
                }
                read.put(file, from + whole);
                for (String line : new String(bytes, 0, whole, StandardCharsets.UTF_8).split("\n")) {
                    if (!line.isBlank()) {
                        unread.add(JSON.readTree(line));
                    }
                }
            }
        }
    }
}
