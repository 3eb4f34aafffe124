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

    private static final java.util.Random SEEN = new java.util.Random();

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
        values.put("erasure", new UUID(0, 20).toString());
        values.put("notification", new UUID(0, 15).toString());
        values.put("link", new UUID(0, 16).toString());
        values.put("period", new UUID(0, 17).toString());
        values.put("followup", new UUID(0, 16).toString());
        values.put("handover", new UUID(0, 17).toString());
        values.put("extract", new UUID(0, 12).toString());
        values.put("document", "no-such-document");
        values.put("pause", new UUID(0, 13).toString());
        values.put("withdrawal", new UUID(0, 14).toString());
        values.put("round", new UUID(0, 15).toString());
        values.put("number", "1");
        values.put("case", new UUID(0, 16).toString());
        values.put("guideline", new UUID(0, 17).toString());
        values.put("point", "no_such_point");
        values.put("discussion", new UUID(0, 18).toString());
        values.put("planned", new UUID(0, 19).toString());
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
        values.put("document", "annex-iv");
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
            values.put("notification", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into notification (municipality, id, pseudonym, age_band, notifier, anonymous, causes, marks,"
                            + " incident, received_at, registered_at, registered_by, responsible, version) values (999,"
                            + " ?::uuid, sha256('walk'), '3-6', 'N01', false, 'R03', '', ?::uuid, now(), now(), 'walker',"
                            + " 'walker', 0)",
                    values.get("notification"),
                    values.get("notification"));
            values.put("followup", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into follow_up (municipality, id, pseudonym, reasons, notifications, responsible, state,"
                            + " opening, listed_at, latest_at, version) values (999, ?::uuid, sha256('walk'), 'repeated',"
                            + " 2, 'walker', 'open', 1, now(), now(), 0)",
                    values.get("followup"));
            values.put("handover", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into handover (id, sender, receiver, age_band, moved_on, known_on, grounds, materials, sent_at)"
                            + " values (?::uuid, 999, 101, '3-6', '2026-11-20', '2026-11-20', 'support_needed', 'summary',"
                            + " now())",
                    values.get("handover"));
            execute(
                    connection,
                    "insert into handover_side (municipality, handover, side, other, pseudonym, responsible, announced_at)"
                            + " values (999, ?::uuid, 'sender', 101, sha256('walk'), 'walker', now())",
                    values.get("handover"));
            values.put("halt", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                            + " registered_at) values (999, ?::uuid, sha256('walk'), sha256('walk'), 'complaint', ?,"
                            + " 'somebody', now())",
                    values.get("halt"),
                    unique);
            values.put("erasure", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into erasure_request (municipality, id, pseudonym, lookup, ground, case_reference, because,"
                            + " requested_by, requested_at, state) values (999, ?::uuid, sha256('walk'), sha256('walk'),"
                            + " 'unlawful', ?, 'Et barn der ikke findes.', 'somebody', now(), 'requested')",
                    values.get("erasure"),
                    unique);
            values.put("round", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into supervision_round (municipality, id, drawn_from, cases, sample, root, opens_at,"
                            + " committed_at, frame_append, frame_index, frame_size, frame_note) values (999, ?::uuid,"
                            + " 'placements', 2, 1, sha256('walk'), '2036-12-20', now(), 0, 0, 1, 'walk')",
                    values.get("round"));
            values.put("case", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into case_record (municipality, id, pseudonym, basis, checked_on) values (999, ?::uuid,"
                            + " sha256(?::bytea), 'lb.demo.case', '2026-11-22')",
                    values.get("case"),
                    unique.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            execute(
                    connection,
                    "insert into case_finding (municipality, case_record, rule, version, policy, state, first_seen)"
                            + " values (999, ?::uuid, 'screening.decided', 1, 'walk', 'open', '2026-11-22')",
                    values.get("case"));
            values.put("point", "early_signs");
            values.put("guideline", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into guideline_version (municipality, guideline, version, title, points, owner, edition, kept,"
                            + " state, because, changed_at) values (999, ?::uuid, 1, ?, 'early_signs', 'Gåturens enhed', '1',"
                            + " 'Mappe 7', 'draft', 'Til gåturen gennem alle ruter.', now())",
                    values.get("guideline"),
                    "Gåtur " + unique);
            discussed(connection, values);
            values.put("pause", UUID.randomUUID().toString());
            values.put("withdrawal", UUID.randomUUID().toString());
            execute(
                    connection,
                    "insert into monitoring_run (run, municipality, model_name, model_version, measured_at, judgement)"
                            + " values (?::uuid, 999, 'walked', '1.0.0', now(), 'judged') on conflict do nothing",
                    values.get("run"));
            execute(
                    connection,
                    "insert into monitoring_pause (id, municipality, model_name, model_version, run, measure, source,"
                            + " indicator, figure, limit_value, paused_at, resumed_at, resumed_by) values (?::uuid, 999,"
                            + " 'walked', '1.0.0', ?::uuid, 'score_shift', '', '', 1, 0.25, now(), now(), 'model_owner')",
                    values.get("pause"),
                    values.get("run"));
            execute(
                    connection,
                    "insert into model_withdrawal (id, municipality, model_name, model_version, withdrawn_at)"
                            + " values (?::uuid, 999, ?, '1.0.0', now())",
                    values.get("withdrawal"),
                    "walked-" + (char) ('a' + SEEN.nextInt(26)) + SEEN.nextInt(100_000));
            execute(
                    connection,
                    "insert into quarantined_row (delivery, line, code) values (?::uuid, 17, 1)",
                    values.get("delivery"));
        }
        return new Places(values);
    }

    /** A published figure, a discussion of it and an action. */
    private static void discussed(Connection connection, Map<String, String> values) throws SQLException {
        values.put("discussion", UUID.randomUUID().toString());
        values.put("planned", UUID.randomUUID().toString());
        execute(
                connection,
                "insert into notification_edition values (999, '2001', 'year', '2001-12-31', now(), 6, true)"
                        + " on conflict do nothing");
        execute(
                connection,
                "insert into notification_figure values (999, '2001', 'notifier', 'N01', 'notifications', 10)"
                        + " on conflict do nothing");
        execute(
                connection,
                "insert into figure_discussion (municipality, id, edition, dimension, category, measure, seen, opened_at)"
                        + " values (999, ?::uuid, '2001', 'notifier', 'N01', 'notifications', 'Til gåturen gennem alle ruter.',"
                        + " now())",
                values.get("discussion"));
        execute(
                connection,
                "insert into figure_action (municipality, id, discussion, kind, notifier, institution, note, responsible, due,"
                        + " planned_at) values (999, ?::uuid, ?::uuid, 'duty', 'N01', '', '', 'Gåturens enhed', '2101-01-01',"
                        + " now())",
                values.get("planned"),
                values.get("discussion"));
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
                value("erasure"),
                value("notification"),
                value("followup"),
                value("handover"),
                value("extract"),
                value("pause"),
                value("withdrawal"),
                value("round"),
                value("guideline"),
                value("discussion"),
                value("planned"),
                value("case"));
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
