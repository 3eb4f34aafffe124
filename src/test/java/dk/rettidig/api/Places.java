package dk.rettidig.api;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What stands in the paths of requests: things that exist, made for the test, or things that nobody made. */
final class Places {

    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");

    private final Map<String, String> values;

    private Places(Map<String, String> values) {
        this.values = values;
    }

    static Places invented() {
        Map<String, String> values = new HashMap<>(Map.of(
                "feed", "no-such-feed",
                "registry", "no-such-registry",
                "kid", "A".repeat(43),
                "delivery", new UUID(0, 7).toString(),
                "flag", new UUID(0, 8).toString(),
                "run", new UUID(0, 9).toString(),
                "index", "999999999999",
                "tile", "7/000",
                "bundle", "x999/999",
                "tag", "da"));
        values.put("domain", "999.no_such_use.1");
        values.put("holder", "1");
        values.put("reidentification", new UUID(0, 10).toString());
        values.put("halt", new UUID(0, 11).toString());
        values.put("extract", new UUID(0, 12).toString());
        return new Places(values);
    }

    /** A flag with facts, its run, and a proposed key and feed with a delivery and a line in quarantine. */
    static Places existing() throws SQLException {
        Map<String, String> values = new HashMap<>(invented().values);
        String unique = "walk-" + UUID.randomUUID().toString().substring(0, 8);
        SigningKey key = SigningKey.generate(new SecureRandom());
        values.put(
                "flag",
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3)
                        .getFirst()
                        .toString());
        values.put("domain", DomainKeys.WHOLE.text());
        values.put("feed", unique);
        values.put("registry", unique);
        values.put("kid", key.id().value());
        values.put("delivery", UUID.randomUUID().toString());
        values.put("index", "0");
        values.put("tile", "0/000.p/1");
        values.put("bundle", "000.p/1");
        try (Connection connection = RealDatabase.database().superuser()) {
            values.put("run", one(connection, "select run from flag where id = ?::uuid", values.get("flag")));
            execute(
                    connection,
                    "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by, proposed_at)"
                            + " values (?, 999, ?, ?, 'proposed', 'a', now())",
                    key.id().value(),
                    unique,
                    key.verifyingKey().encoded());
            execute(
                    connection,
                    "insert into authority_client (kid, client, municipality, public_key, domains, population, state,"
                            + " proposed_by, proposed_at) values (?, ?, 999, ?, array['999.child_support.1'], 10,"
                            + " 'proposed', 'a', now())",
                    key.id().value(),
                    unique,
                    key.verifyingKey().encoded());
            execute(
                    connection,
                    "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                            + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at)"
                            + " values (?, 999, ?, 'school', array['SCH_ABS_UNL'], 'lb.demo.notified', 'demo', 'notified',"
                            + " true, ',', '.', 400, 'proposed', 'a', now())",
                    unique,
                    unique);
            execute(
                    connection,
                    "insert into delivery (id, municipality, registry, feed, jti, sha256, mode, period_from, period_to,"
                            + " state, attempt, lease_until, started_at, ended_at, rows_valid, rows_quarantined,"
                            + " rows_repeated) values (?::uuid, 999, ?, ?, 'd1', sha256(''), 'delta', '2026-07-01',"
                            + " '2026-09-30', 'rejected', 1, now(), now(), now(), 0, 1, 0)",
                    values.get("delivery"),
                    unique,
                    unique);
            values.put("reidentification", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into reidentification (municipality, id, flag, requested_by, requested_at, purpose,"
                            + " case_reference, justification, state) values (999, ?::uuid, ?::uuid, 'somebody', now(),"
                            + " 'child_support', 'S-2026-17', 'Barnets sag skal findes i fagsystemet.', 'requested')",
                    values.get("reidentification"),
                    values.get("flag"));
            values.put("extract", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into extract (municipality, id, pseudonym, case_reference, prepared_by, prepared_at)"
                            + " values (999, ?::uuid, sha256('walk'), 'S-2026-17', 'somebody', now())",
                    values.get("extract"));
            values.put("halt", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                            + " registered_at) values (999, ?::uuid, sha256('walk'), sha256('walk'), 'complaint', ?,"
                            + " 'somebody', now())",
                    values.get("halt"),
                    unique);
            execute(
                    connection,
                    "insert into quarantined_row (delivery, line, code) values (?::uuid, 17, 1)",
                    values.get("delivery"));
        }
        return new Places(values);
    }

    /** The route's path with its places filled in. */
    String fill(Route route) {
        String thing = route.path().contains("flags") ? "flag" : route.path().contains("runs") ? "run" : thing(route);
        String path = route.path().replace("{id}", "{" + thing + "}");
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (path.equals("/api/v1/ledger/volumes")) {
            return path + "?from=2026-01-01&to=2026-12-31";
        }
        return path.equals("/api/v1/ledger/consistency") ? path + "?from=1" : path;
    }

    private static String thing(Route route) {
        return route.path().contains("reidentifications") ? "reidentification" : "delivery";
    }

    /** What would give away that something exists. */
    Iterable<String> secrets() {
        return java.util.List.of(
                value("flag"),
                value("run"),
                value("delivery"),
                value("kid"),
                value("feed"),
                value("reidentification"),
                value("halt"),
                value("extract"));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static String one(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
