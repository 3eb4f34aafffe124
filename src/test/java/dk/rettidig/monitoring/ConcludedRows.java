package dk.rettidig.monitoring;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RaisedFlag;
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
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Children of municipality 999 who were in a run ten days ago, and whose screenings are concluded. */
final class ConcludedRows {

    static final ModelRef MODEL = new ModelRef("scorecard", "1.2.0");
    private static final String BASIS = "lb.demo.notified";

    private final Instant now;
    final LocalDate today;

    ConcludedRows(Instant now) {
        this.now = now;
        this.today = now.atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate();
    }

    static void clear() throws SQLException {
        change(
                "truncate run, run_progress, run_count, run_abstention, run_salt, run_lot, run_membership, flag, flag_fact,"
                        + " flag_strength, scope, observation, conclusion, monitoring_conclusion, monitoring_view,"
                        + " monitoring_reviewer, monitoring_aside, monitoring_run, monitoring_figure, monitoring_pause, halt cascade");
    }

    static Pseudonym child() {
        byte[] bytes = new byte[Pseudonym.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return Pseudonym.of(bytes);
    }

    /** A run that ended so many days ago; of the flagged children the flags, read to the own view. */
    Map<Pseudonym, FlagId> run(int daysAgo, Phase phase, double probability, Map<Pseudonym, MemberStatus> children)
            throws SQLException {
        RunSalt salt = RunSalt.fresh(new SecureRandom());
        MemberLeaves leaves = new MemberLeaves(salt);
        byte[] all = new byte[32 * children.size()];
        Map<Pseudonym, RaisedFlag> flags = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<Pseudonym, MemberStatus> child : children.entrySet()) {
            leaves.leaf(child.getKey().bytes(), child.getValue(), all, 32 * at++);
            if (child.getValue() == MemberStatus.FLAGGED) {
                flags.put(child.getKey(), RaisedFlags.of(child.getKey(), now.plus(Duration.ofDays(20)), probability));
            }
        }
        Instant ended = now.minus(Duration.ofDays(daysAgo));
        finish(phase, ended, salt, Membership.sorting(all), List.copyOf(flags.values()));
        change("update flag set state = 'view_sealed'");
        Map<Pseudonym, FlagId> ids = new LinkedHashMap<>();
        flags.forEach((child, flag) -> ids.put(child, flag.id()));
        return ids;
    }

    private void finish(Phase phase, Instant ended, RunSalt salt, Membership membership, List<RaisedFlag> flags) {
        Run run = new Run(
                new RunId(UUID.randomUUID()),
                new RunRequest(
                        MunicipalityCode.SYNTHETIC,
                        new BasisId(BASIS),
                        phase,
                        ScopeKind.NOTIFIED,
                        MODEL,
                        Set.of(),
                        ended.atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate()),
                new PolicyDigest("0".repeat(64)),
                new RunState.Started(ended.minusSeconds(60)));
        RunEffect effect = new RunEffect(
                ended,
                new RunCounts(membership.size(), membership.size(), 0, flags.size(), flags.size()),
                Map.of(),
                AbstentionCounts.NONE,
                salt,
                membership,
                Optional.empty(),
                flags);
        Runs runs = Arc.container().instance(Runs.class).get();
        UUID holder = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            runs.start(run, holder, Duration.ofMinutes(1));
            runs.finish(run, holder, effect);
        });
    }

    /** In scope for 20 days and to the day so many days from today. */
    void inScope(Pseudonym child, int lastDay) throws SQLException {
        change(
                "insert into scope (municipality, pseudonym, basis, from_day, to_day, known_at, retracted, delivery)"
                        + " values (999, ?, ?, ?, ?, ?::timestamptz, false, 1)",
                child.bytes(),
                BASIS,
                today.minusDays(20),
                today.plusDays(lastDay),
                now.minus(Duration.ofDays(20)).toString());
    }

    void aged(Pseudonym child, int band) throws SQLException {
        change(
                "insert into observation (municipality, pseudonym, indicator, period_from, period_to, known_at, value,"
                        + " retracted, delivery) values (999, ?, 503, ?, ?, ?::timestamptz, ?, false, 1)",
                child.bytes(),
                today.minusDays(9),
                today.minusDays(9),
                now.minus(Duration.ofDays(9)).toString(),
                band);
    }

    /** A conclusion three days ago, known so many hours ago. */
    void concluded(Pseudonym child, boolean need, boolean retracted, int hoursAgo) throws SQLException {
        concluded(999, child, need, retracted, hoursAgo);
    }

    void concluded(int municipality, Pseudonym child, boolean need, boolean retracted, int hoursAgo)
            throws SQLException {
        change(
                "insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery)"
                        + " values (?, ?, ?, ?, ?::timestamptz, ?, ?, 1)",
                (short) municipality,
                child.bytes(),
                BASIS,
                today.minusDays(3),
                now.minus(Duration.ofHours(hoursAgo)).toString(),
                need,
                retracted);
    }

    static void viewed(FlagId flag, String reviewer, String choice) throws SQLException {
        change(
                "insert into review_own_view values (999, ?, ?, ?, 'Barnet skal ses i skolen.', now())",
                flag.value(),
                reviewer,
                choice);
    }

    static long count(String from) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row = connection.createStatement().executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    static long sum(String from) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                ResultSet row =
                        connection.createStatement().executeQuery("select coalesce(sum(children), 0) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }
}
