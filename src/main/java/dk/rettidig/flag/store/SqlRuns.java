package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunEffect;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunProgress;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.RunState;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.merkle.Hash;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Runs in PostgreSQL; its unique index lets one run of a municipality be under way. */
@Singleton
class SqlRuns implements Runs {

    private static final String COLUMNS = "id, municipality, basis, phase, scope, model_name, model_version, as_of, "
            + "policy, state, started_at, ended_at, abort_reason, membership_size, membership_root, scored, abstained, "
            + "above, flagged";

    private final FlagDatabase database;
    private final RunEffectRows effects;

    SqlRuns(FlagDatabase database, RunEffectRows effects) {
        this.database = database;
        this.effects = effects;
    }

    @Override
    public void start(Run run, UUID holder, Duration lease) {
        int inserted = database.joining(connection -> {
            String sql = "insert into run (id, municipality, basis, purpose, phase, scope, model_name, model_version, "
                    + "as_of, policy, state, started_at, lease_holder, lease_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + "?, 'started', ?, ?, now() + ? * interval '1 millisecond') "
                    + "on conflict (municipality) where state = 'started' do nothing";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                RunRequest request = run.request();
                insert.setObject(1, run.id().value());
                insert.setShort(2, request.municipality().number());
                insert.setString(3, request.basis().value());
                insert.setString(4, Purpose.CHILD_SUPPORT.id());
                insert.setString(5, request.phase().id());
                insert.setString(6, request.scope().id());
                insert.setString(7, request.model().name());
                insert.setString(8, request.model().version());
                insert.setObject(9, request.asOf());
                insert.setString(10, run.policy().value());
                insert.setObject(11, run.state().startedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(12, holder);
                insert.setLong(13, lease.toMillis());
                return insert.executeUpdate();
            }
        });
        if (inserted == 0) {
            throw new FlagFault(FlagErrorCode.RUN_UNDER_WAY);
        }
    }

    @Override
    public boolean renew(RunId id, UUID holder, Duration lease) {
        return database.alone(connection -> {
            String sql = "update run set lease_until = now() + ? * interval '1 millisecond' "
                    + "where id = ? and state = 'started' and lease_holder = ? and lease_until > now()";
            try (PreparedStatement renew = connection.prepareStatement(sql)) {
                renew.setLong(1, lease.toMillis());
                renew.setObject(2, id.value());
                renew.setObject(3, holder);
                return renew.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void progress(RunId id, RunProgress progress) {
        database.alone(connection -> {
            String sql = "insert into run_progress (run, stage, done, total, at) values (?, ?, ?, ?, now()) "
                    + "on conflict (run) do update set stage = excluded.stage, done = excluded.done, "
                    + "total = excluded.total, at = excluded.at";
            try (PreparedStatement tell = connection.prepareStatement(sql)) {
                tell.setObject(1, id.value());
                tell.setString(2, progress.stage().word());
                tell.setLong(3, progress.done());
                tell.setLong(4, progress.total());
                return tell.executeUpdate();
            }
        });
    }

    @Override
    public Optional<RunProgress> progress(RunId id) {
        return database.joining(connection -> {
            try (PreparedStatement find =
                    connection.prepareStatement("select stage, done, total from run_progress where run = ?")) {
                find.setObject(1, id.value());
                try (ResultSet row = find.executeQuery()) {
                    return row.next()
                            ? Optional.of(new RunProgress(
                                    RunProgress.Stage.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                                    row.getLong(2),
                                    row.getLong(3)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public void finish(Run run, UUID holder, RunEffect effect) {
        int finished = database.of(run.request().municipality(), connection -> {
            String sql = "update run set state = 'finished', ended_at = ?, lease_holder = null, lease_until = null, "
                    + "membership_size = ?, membership_root = ?, scored = ?, abstained = ?, above = ?, flagged = ?, "
                    + "unmet = ? where id = ? and state = 'started' and lease_holder = ? and lease_until > now()";
            try (PreparedStatement finish = connection.prepareStatement(sql)) {
                RunCounts counts = effect.counts();
                finish.setObject(1, effect.endedAt().atOffset(ZoneOffset.UTC));
                finish.setLong(2, effect.membership().size());
                finish.setBytes(3, effect.membership().root().bytes());
                finish.setLong(4, counts.scored());
                finish.setLong(5, counts.abstained());
                finish.setLong(6, counts.above());
                finish.setLong(7, counts.flagged());
                finish.setLong(8, counts.unmet());
                finish.setObject(9, run.id().value());
                finish.setObject(10, holder);
                int updated = finish.executeUpdate();
                if (updated == 1) {
                    effects.insert(connection, run, effect);
                }
                return updated;
            }
        });
        if (finished == 0) {
            throw new FlagFault(FlagErrorCode.LEASE_LOST);
        }
    }

    @Override
    public boolean abort(RunId id, UUID holder, String reason) {
        return database.joining(connection -> {
            String sql = "update run set state = 'aborted', ended_at = now(), abort_reason = ?, lease_holder = null, "
                    + "lease_until = null where id = ? and state = 'started' and lease_holder = ?";
            try (PreparedStatement abort = connection.prepareStatement(sql)) {
                abort.setString(1, reason);
                abort.setObject(2, id.value());
                abort.setObject(3, holder);
                return abort.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<Run> abortLost() {
        String sql = "update run set state = 'aborted', ended_at = now(), abort_reason = 'lease_lost', "
                + "lease_holder = null, lease_until = null where id = (select id from run where state = 'started' "
                + "and lease_until <= now() order by lease_until limit 1 for update skip locked) returning " + COLUMNS;
        return database.joining(connection -> {
            try (PreparedStatement abort = connection.prepareStatement(sql)) {
                return runs(abort).stream().findFirst();
            }
        });
    }

    @Override
    public Optional<Run> find(RunId id) {
        return database.joining(connection -> {
            try (PreparedStatement find = connection.prepareStatement("select " + COLUMNS + " from run where id = ?")) {
                find.setObject(1, id.value());
                return runs(find).stream().findFirst();
            }
        });
    }

    @Override
    public List<Run> list(MunicipalityCode municipality, Optional<Run> before, int limit) {
        String page = before.isPresent() ? "and (started_at, id) < (?, ?) " : "";
        String sql = "select " + COLUMNS + " from run where municipality = ? " + page
                + "order by started_at desc, id desc limit ?";
        return database.joining(connection -> {
            try (PreparedStatement list = connection.prepareStatement(sql)) {
                int at = 1;
                list.setShort(at++, municipality.number());
                if (before.isPresent()) {
                    list.setObject(at++, before.get().state().startedAt().atOffset(ZoneOffset.UTC));
                    list.setObject(at++, before.get().id().value());
                }
                list.setInt(at, limit);
                return runs(list);
            }
        });
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.joining(connection -> {
            try (PreparedStatement list =
                            connection.prepareStatement("select distinct municipality from run order by municipality");
                    ResultSet rows = list.executeQuery()) {
                List<MunicipalityCode> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(MunicipalityCode.of(rows.getShort(1)));
                }
                return found;
            }
        });
    }

    private static List<Run> runs(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<Run> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(new Run(
                        new RunId(rows.getObject("id", UUID.class)),
                        request(rows),
                        new PolicyDigest(rows.getString("policy")),
                        state(rows)));
            }
            return runs;
        }
    }

    private static RunRequest request(ResultSet row) throws SQLException {
        return new RunRequest(
                MunicipalityCode.of(row.getShort("municipality")),
                new BasisId(row.getString("basis")),
                Phase.parse(row.getString("phase")).orElseThrow(),
                ScopeKind.parse(row.getString("scope")).orElseThrow(),
                new ModelRef(row.getString("model_name"), row.getString("model_version")),
                Set.of(),
                row.getObject("as_of", LocalDate.class));
    }

    private static RunState state(ResultSet row) throws SQLException {
        Instant startedAt = moment(row, "started_at");
        return switch (row.getString("state")) {
            case "started" -> new RunState.Started(startedAt);
            case "aborted" -> new RunState.Aborted(startedAt, moment(row, "ended_at"), row.getString("abort_reason"));
            case "finished" ->
                new RunState.Finished(
                        startedAt,
                        moment(row, "ended_at"),
                        new RunCounts(
                                row.getLong("membership_size"),
                                row.getLong("scored"),
                                row.getLong("abstained"),
                                row.getLong("above"),
                                row.getLong("flagged")),
                        Hash.of(row.getBytes("membership_root")));
            default -> throw new FlagFault(FlagErrorCode.STORE_CORRUPT);
        };
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
