package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.AbstentionCounts;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunEffect;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunProgress;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.Runs;
import dk.rettidig.law.Purpose;
import dk.rettidig.scoring.ModelRef;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far runs have come, and the effect of those that finish: leases by the database's clock, rows that are passed over
 * when locked, and bulk, all in SQL. The database's unique index lets one run of a municipality be under way. Reading is
 * Hibernate's.
 */
@Singleton
class SqlRuns implements Runs {

    private final FlagDatabase database;
    private final RunEffectRows effects;
    private final RunRepository rows;

    SqlRuns(FlagDatabase database, RunEffectRows effects, RunRepository rows) {
        this.database = database;
        this.effects = effects;
        this.rows = rows;
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
        rows.tell(id, progress);
    }

    @Override
    public Optional<RunProgress> progress(RunId id) {
        return rows.progress(id);
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
                + "and lease_until <= now() order by lease_until limit 1 for update skip locked) returning id";
        Optional<RunId> aborted = database.joining(connection -> {
            try (PreparedStatement abort = connection.prepareStatement(sql);
                    ResultSet row = abort.executeQuery()) {
                return row.next() ? Optional.of(new RunId(row.getObject(1, UUID.class))) : Optional.empty();
            }
        });
        return aborted.flatMap(rows::find);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return rows.find(id);
    }

    @Override
    public Map<RunId, AbstentionCounts> abstentions(List<RunId> ids) {
        return database.joining(connection -> RunAbstentionRows.of(connection, ids));
    }

    @Override
    public List<Run> list(MunicipalityCode municipality, Optional<Run> before, int limit) {
        return rows.list(municipality, before, limit);
    }

    @Override
    public List<ModelRef> models(MunicipalityCode municipality) {
        return rows.models(municipality);
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return rows.municipalities();
    }
}
