package dk.rettidig.monitoring.store;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.RunId;
import dk.rettidig.monitoring.Pause;
import dk.rettidig.monitoring.Pauses;
import dk.rettidig.monitoring.Withdrawal;
import dk.rettidig.scoring.ModelRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.MutationQuery;

/** Pauses and withdrawals; of two that are filed at once for the same model the database keeps one. */
@ApplicationScoped
@Transactional
class PauseRepository implements Pauses, PanacheRepositoryBase<PauseEntity, UUID> {

    private static final String PAUSE = "insert into PauseEntity (id, municipality, modelName, modelVersion, run, "
            + "measure, source, indicator, figure, limitValue, pausedAt) values (:id, :municipality, :name, :version, "
            + ":run, :measure, :source, :indicator, :figure, :limitValue, :at) on conflict do nothing";

    private static final String WITHDRAW = "insert into WithdrawalEntity (id, municipality, modelName, modelVersion, "
            + "withdrawnAt) values (:id, :municipality, :name, :version, :at) on conflict do nothing";

    private static final String OF_MODEL = "municipality = ?1 and modelName = ?2 and modelVersion = ?3";

    @Override
    public boolean add(Pause pause) {
        return of(PAUSE, pause.municipality(), pause.model())
                        .setParameter("id", pause.id())
                        .setParameter("run", pause.run().map(RunId::value).orElse(null), UUID.class)
                        .setParameter("measure", pause.figure().measure())
                        .setParameter("source", pause.figure().source())
                        .setParameter("indicator", pause.figure().indicator())
                        .setParameter("figure", pause.figure().value())
                        .setParameter("limitValue", pause.limit())
                        .setParameter("at", pause.pausedAt())
                        .executeUpdate()
                == 1;
    }

    private MutationQuery of(String insert, MunicipalityCode municipality, ModelRef model) {
        return getSession()
                .createMutationQuery(insert)
                .setParameter("municipality", municipality.number())
                .setParameter("name", model.name())
                .setParameter("version", model.version());
    }

    @Override
    public boolean stands(MunicipalityCode municipality, ModelRef model) {
        return count(OF_MODEL + " and resumedAt is null", municipality.number(), model.name(), model.version()) > 0;
    }

    @Override
    public Optional<Pause> find(MunicipalityCode municipality, UUID id) {
        Optional<PauseEntity> row =
                find("municipality = ?1 and id = ?2", municipality.number(), id).firstResultOptional();
        row.ifPresent(getEntityManager()::detach);
        return row.map(PauseEntity::pause);
    }

    @Override
    public boolean resume(MunicipalityCode municipality, UUID id, ActorKind by, Instant at) {
        return update(
                        "resumedAt = ?1, resumedBy = ?2 where municipality = ?3 and id = ?4 and resumedAt is null",
                        at,
                        by.id(),
                        municipality.number(),
                        id)
                == 1;
    }

    @Override
    public List<Pause> list(MunicipalityCode municipality) {
        return find(
                        "municipality = ?1 order by case when resumedAt is null then 0 else 1 end, pausedAt desc, id",
                        municipality.number())
                .stream()
                .map(PauseEntity::pause)
                .toList();
    }

    @Override
    public long standing() {
        return count("resumedAt is null");
    }

    @Override
    public boolean add(Withdrawal withdrawal) {
        return of(WITHDRAW, withdrawal.municipality(), withdrawal.model())
                        .setParameter("id", withdrawal.id())
                        .setParameter("at", withdrawal.at())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean withdrawn(MunicipalityCode municipality, ModelRef model) {
        return getSession()
                        .createSelectionQuery(
                                "select count(*) from WithdrawalEntity where municipality = ?1 and modelName = ?2 "
                                        + "and modelVersion = ?3",
                                Long.class)
                        .setParameter(1, municipality.number())
                        .setParameter(2, model.name())
                        .setParameter(3, model.version())
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<Withdrawal> withdrawals(MunicipalityCode municipality) {
        return getSession()
                .createSelectionQuery(
                        "from WithdrawalEntity where municipality = ?1 order by withdrawnAt desc, id",
                        WithdrawalEntity.class)
                .setParameter(1, municipality.number())
                .getResultList()
                .stream()
                .map(WithdrawalEntity::withdrawal)
                .toList();
    }
}
