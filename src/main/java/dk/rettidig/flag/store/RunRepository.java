package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunProgress;
import dk.rettidig.scoring.ModelRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads runs, and keeps what people watch of them. What is read is let go of at once: {@link SqlRuns} changes the rows
 * without Hibernate's knowledge, in the same transactions.
 */
@ApplicationScoped
@Transactional
class RunRepository implements PanacheRepositoryBase<RunEntity, UUID> {

    private static final Sort LATEST_FIRST = Sort.descending("startedAt", "id");
    private static final String TELL = "insert into RunProgressEntity (run, stage, done, total, at) "
            + "values (:run, :stage, :done, :total, instant) on conflict (run) do update set stage = excluded.stage, "
            + "done = excluded.done, total = excluded.total, at = excluded.at";

    Optional<Run> find(RunId id) {
        return findByIdOptional(id.value()).map(this::read);
    }

    List<Run> list(MunicipalityCode municipality, Optional<Run> before, int limit) {
        Parameters parameters = Parameters.with("municipality", municipality.number());
        String page = before.isPresent() ? " and (startedAt, id) < (:startedAt, :id)" : "";
        before.ifPresent(last -> parameters
                .and("startedAt", last.state().startedAt())
                .and("id", last.id().value()));
        return find("municipality = :municipality" + page, LATEST_FIRST, parameters).range(0, limit - 1).list().stream()
                .map(this::read)
                .toList();
    }

    List<ModelRef> models(MunicipalityCode municipality) {
        return getSession()
                .createSelectionQuery(
                        "select modelName, modelVersion from RunEntity where municipality = ?1 "
                                + "group by modelName, modelVersion order by max(startedAt) desc",
                        Object[].class)
                .setParameter(1, municipality.number())
                .getResultList()
                .stream()
                .map(row -> new ModelRef((String) row[0], (String) row[1]))
                .toList();
    }

    List<MunicipalityCode> municipalities() {
        return getSession()
                .createSelectionQuery("select distinct municipality from RunEntity order by municipality", Short.class)
                .getResultList()
                .stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    /** Commits whatever becomes of the caller's transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(RunId id, RunProgress progress) {
        getSession()
                .createMutationQuery(TELL)
                .setParameter("run", id.value())
                .setParameter("stage", progress.stage().word())
                .setParameter("done", progress.done())
                .setParameter("total", progress.total())
                .executeUpdate();
    }

    Optional<RunProgress> progress(RunId id) {
        return getSession()
                .createSelectionQuery("from RunProgressEntity where run = ?1", RunProgressEntity.class)
                .setParameter(1, id.value())
                .uniqueResultOptional()
                .map(RunProgressEntity::progress);
    }

    private Run read(RunEntity row) {
        getEntityManager().detach(row);
        return row.run();
    }
}
