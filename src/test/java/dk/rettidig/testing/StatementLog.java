package dk.rettidig.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert\\s+into|delete\\s+from|update(?:\\s+only)?|copy|truncate)\\s+\"?(\\w+)",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> tables;
    private String mark;

    private StatementLog(Set<String> tables, String mark) {
        this.tables = tables;
        this.mark = mark;
    }

    /**
     * One statement.
     *
     * @param transaction virtual transaction id, the same for all statements of a transaction
     * @param sql as PostgreSQL received it
     * @param reads those of the given tables that it names elsewhere than as what it writes
     */
    public record Asked(String transaction, String sql, Set<String> reads) {

        /** Whether it appends to the ledger. */
        public boolean appends() {
            return sql.toLowerCase(Locale.ROOT).contains("insert into ledger_append");
        }
    }

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
        return new StatementLog(tables, marked());
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
        List<JsonNode> lines = upTo(end);
        List<Asked> asked = new ArrayList<>();
        boolean begun = false;
        for (JsonNode line : lines) {
            String message = line.path("message").asText();
            if (message.contains(mark)) {
                begun = true;
            } else if (begun && line.path("user").asText().equals(EmbeddedDatabase.APPLICATION)) {
                Matcher words = WORDS.matcher(message);
                if (words.find()) {
                    asked.add(asked(line.path("vxid").asText(), message.substring(words.end())));
                }
            }
        }
        if (!begun) {
            throw new IllegalStateException("PostgreSQL's log does not reach back to " + mark);
        }
        mark = end;
        return asked;
    }

    private Asked asked(String transaction, String sql) {
        String rest = WRITTEN.matcher(sql).replaceAll(match -> {
            String table = match.group(1).toLowerCase(Locale.ROOT);
            boolean whole = match.group().toLowerCase(Locale.ROOT).startsWith("insert")
                    || match.group().toLowerCase(Locale.ROOT).startsWith("copy");
            return whole ? "" : Matcher.quoteReplacement(" " + table + " "); // delete and update read what they change
        });
        Set<String> reads = new TreeSet<>();
        Matcher word = Pattern.compile("\\w+").matcher(rest.toLowerCase(Locale.ROOT));
        Set<String> words = new TreeSet<>();
        while (word.find()) {
            words.add(word.group());
        }
        for (String table : tables) {
            if (words.stream()
                    .anyMatch(each -> each.equals(table) || each.matches(Pattern.quote(table) + "_(p?\\d+)"))) {
                reads.add(table);
            }
        }
        return new Asked(transaction, sql, reads);
    }

    /** The collector writes a little later than PostgreSQL answers. */
    private static List<JsonNode> upTo(String end) throws IOException, InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            List<JsonNode> lines = lines();
            if (lines.stream().anyMatch(line -> line.path("message").asText().contains(end))) {
                return lines;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("PostgreSQL's log does not show " + end);
    }

    private static List<JsonNode> lines() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(RealDatabase.cluster().resolve("log"))) {
            files = list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
        }
        return lines;
    }
}
