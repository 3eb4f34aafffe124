package dk.rettidig.oversight.halt;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunEffect;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.flag.member.MemberLeaves;
import dk.rettidig.flag.member.MemberStatus;
import dk.rettidig.flag.member.Membership;
import dk.rettidig.flag.member.RunSalt;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows about invented children of municipality 999, of every kind that a retention erases. */
public final class HaltRows {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T06:00:00Z");

    private HaltRows() {}

    /** A child nobody has heard of. */
    public static Pseudonym child() {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return Pseudonym.of(bytes);
    }

    /** A feed with a delivery, and an observation and an interval of scope that ended long ago for each child. */
    public static void observed(Pseudonym... children) throws SQLException {
        change(
                "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind, synthetic,"
                        + " delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at, approved_by, approved_at)"
                        + " values ('halted', 999, 'skole', 'school', '{SCH_ABS_UNL}', 'lb.demo.notified', 'demo', 'notified',"
                        + " true, ',', '.', 400, 'approved', 'a', now(), 'b', now()) on conflict do nothing");
        change(
                "insert into delivery (id, municipality, registry, feed, jti, sha256, mode, period_from, period_to, state,"
                        + " attempt, lease_until, started_at, ended_at) values (gen_random_uuid(), 999, 'skole', 'halted', ?,"
                        + " sha256('x'), 'delta', '2026-01-01', '2026-02-01', 'finished', 1, now(), now(), now())",
                "d" + UUID.randomUUID());
        for (Pseudonym child : children) {
            change(
                    "insert into observation select 999, ?, 201, '2026-01-01', '2026-01-31', '2026-02-01', 0.1, false,"
                            + " max(number) from delivery where feed = 'halted'",
                    (Object) child.bytes());
            change(
                    "insert into scope select 999, ?, 'lb.demo.notified', '2026-01-01', '2026-01-31', '2026-01-01', false,"
                            + " max(number) from delivery where feed = 'halted'",
                    (Object) child.bytes());
        }
    }

    /** A flag about a child in a state that it reached long ago. */
    public static FlagId flag(Pseudonym child, String state) throws SQLException {
        FlagId flag =
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, LONG_AGO, 0.3).getFirst();
        change(
                "update flag set pseudonym = ?, state = ?, changed_at = '2026-01-03', acknowledged_at ="
                        + " case when ? = 'concluded' then timestamptz '2026-01-03' end where id = ?",
                child.bytes(),
                state,
                state,
                flag.value());
        return flag;
    }

    /** What somebody wrote about a flag. */
    public static void viewed(FlagId flag) throws SQLException {
        change(
                "insert into review_own_view values (999, ?, 'somebody', 'in_doubt', 'Barnet skal ses i skolen.',"
                        + " '2026-01-03')",
                flag.value());
    }

    /** A finished run with these children in it and nobody flagged. */
    public static RunId run(Pseudonym... children) {
        RunSalt salt = RunSalt.fresh(new SecureRandom());
        MemberLeaves leaves = new MemberLeaves(salt);
        byte[] all = new byte[32 * children.length];
        for (int i = 0; i < children.length; i++) {
            leaves.leaf(children[i].bytes(), MemberStatus.SCORED, all, 32 * i);
        }
        Run run = new Run(
                new RunId(UUID.randomUUID()),
                new RunRequest(
                        MunicipalityCode.SYNTHETIC,
                        new BasisId("lb.demo.notified"),
                        Phase.DEMO,
                        ScopeKind.NOTIFIED,
                        new ModelRef("scorecard", "1.2.0"),
                        Set.of(),
                        LocalDate.of(2026, 1, 2)),
                new PolicyDigest("0".repeat(64)),
                new RunState.Started(LONG_AGO));
        RunEffect effect = new RunEffect(
                LONG_AGO.plusSeconds(60),
                new RunCounts(children.length, children.length, 0, 0, 0),
                Map.of(),
                dk.rettidig.flag.AbstentionCounts.NONE,
                salt,
                Membership.sorting(all),
                Optional.empty(),
                List.of());
        Runs runs = Arc.container().instance(Runs.class).get();
        UUID holder = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            runs.start(run, holder, Duration.ofMinutes(1));
            runs.finish(run, holder, effect);
        });
        return run.id();
    }

    /** A former name of each child. */
    public static void formerly(Pseudonym... children) throws SQLException {
        UUID conversion = UUID.randomUUID();
        change(
                "insert into pseudonym_conversion (id, municipality, jti, kind, from_domain, to_domain, pairs, sha256,"
                        + " issued_at, accepted_at, append_id) values (?, 999, ?, 'merge', '999.child_support.1',"
                        + " '999.child_support.1', 1, sha256('x'), now(), now(), 1)",
                conversion,
                "c" + conversion);
        for (Pseudonym child : children) {
            change(
                    "insert into former_pseudonym (municipality, pseudonym, conversion, domain, sealed, until) values"
                            + " (999, ?, ?, '999.child_support.1', 'x', '2026-01-02')",
                    child.bytes(),
                    conversion);
        }
    }

    /** How many rows of a table name the child. */
    public static long of(String table, Pseudonym child) throws SQLException {
        return count("select count(*) from " + table + " where pseudonym = ?", (Object) child.bytes());
    }

    /** The first number of a query, as superuser. */
    public static long count(String query, Object... values) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement select = prepared(connection, query, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A statement as superuser. */
    public static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement change = prepared(connection, sql, values)) {
            change.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
