package dk.rettidig.testing;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Which tables a statement reads: those that PostgreSQL's own plan scans, and those that a function reads which it calls.
 * Triggers and foreign keys tell the statement nothing and do not count.
 */
final class StatementReads {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|using|update)\\s+(?:only\\s+)?(?:public\\.)?\"?(\\w+)");

    private final Connection superuser;
    private final Set<String> tables;
    private final Map<String, Set<String>> functions;
    private final Map<String, Set<String>> known = new HashMap<>();

    /** About these tables and their partitions. */
    StatementReads(Connection superuser, Set<String> tables) throws SQLException {
        this.superuser = superuser;
        // A plan for any value of the parameters: asked for without any.
        superuser.unwrap(BaseConnection.class).getQueryExecutor().setPreferQueryMode(PreferQueryMode.SIMPLE);
        this.tables = Set.copyOf(tables);
        this.functions = functions();
    }

    /** Of functions with the rights of the tables' owner; what gives away nothing but municipalities' numbers is none. */
    private Map<String, Set<String>> functions() throws SQLException {
        Map<String, Set<String>> functions = new HashMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select proname, prosrc from pg_proc"
                        + " where pronamespace = 'public'::regnamespace and prorettype <> 'smallint'::regtype"
                        + " and prorettype <> 'trigger'::regtype")) {
            while (row.next()) {
                functions.put(row.getString(1), named(row.getString(2).toLowerCase(Locale.ROOT)));
            }
        }
        return functions;
    }

    /** The tables that a statement reads. */
    Set<String> of(String sql) throws SQLException {
        Set<String> reads = known.get(sql);
        if (reads == null) {
            reads = read(sql);
            known.put(sql, reads);
        }
        return reads;
    }

    private Set<String> read(String sql) throws SQLException {
        String lower = sql.toLowerCase(Locale.ROOT);
        Set<String> words =
                WORD.matcher(lower).results().map(MatchResult::group).collect(toSet());
        boolean mentioned = words.stream().anyMatch(word -> tables.stream().anyMatch(word::startsWith));
        Set<String> reads = mentioned ? planned(sql, lower) : new TreeSet<>();
        words.forEach(word -> reads.addAll(functions.getOrDefault(word, Set.of())));
        return Set.copyOf(reads);
    }

    private Set<String> planned(String sql, String lower) throws SQLException {
        Set<String> scanned = new TreeSet<>();
        try (Statement statement = superuser.createStatement();
                ResultSet plan = statement.executeQuery("explain (generic_plan, format json) " + sql)) {
            plan.next();
            scan(JSON.readTree(plan.getString(1)), scanned);
            return scanned;
        } catch (SQLException unplannable) {
            return named(lower); // a copy, or about a temporary table of its session
        } catch (JsonProcessingException unreadable) {
            throw new SQLException(unreadable);
        }
    }

    private void scan(JsonNode node, Set<String> scanned) {
        if (node.path("Node Type").asText().endsWith("Scan") && node.has("Relation Name")) {
            add(node.path("Relation Name").asText(), scanned);
        }
        node.forEach(child -> scan(child, scanned));
    }

    private Set<String> named(String lower) {
        Set<String> found = new TreeSet<>();
        NAMED.matcher(lower).results().forEach(match -> add(match.group(1), found));
        return found;
    }

    private void add(String relation, Set<String> found) {
        tables.stream()
                .filter(table -> relation.equals(table) || relation.matches(Pattern.quote(table) + "_[mp]?\\d+"))
                .forEach(found::add);
    }
}
