package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.Outcome;
import dk.rettidig.review.OutcomeRow;
import dk.rettidig.review.Outcomes;
import dk.rettidig.review.RecordedOutcome;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Outcomes, one row a flag; of two that arrive at once the database keeps one. */
@ApplicationScoped
@Transactional
class OutcomeRepository implements Outcomes, PanacheRepositoryBase<OutcomeEntity, OutcomeEntity.Key> {

    private static final String INSERT = "insert into OutcomeEntity (municipality, flag, reviewer, kind, "
            + "justification, openCase, awareOn, howTold, indicator, recordedAt) "
            + "values (:municipality, :flag, :reviewer, :kind, :justification, :openCase, :awareOn, :howTold, "
            + ":indicator, :recordedAt) on conflict do nothing";

    private final MunicipalSession municipal;

    OutcomeRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public Optional<RecordedOutcome> find(MunicipalityCode municipality, FlagId flag) {
        municipal.see(municipality);
        return findByIdOptional(new OutcomeEntity.Key(municipality.number(), flag.value()))
                .map(OutcomeEntity::outcome);
    }

    @Override
    public boolean record(MunicipalityCode municipality, RecordedOutcome recorded) {
        municipal.see(municipality);
        Outcome outcome = recorded.outcome();
        OutcomeRow row = OutcomeRow.of(outcome);
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("municipality", municipality.number())
                        .setParameter("flag", recorded.flag().value())
                        .setParameter("reviewer", outcome.by().known().value())
                        .setParameter("kind", row.kind())
                        .setParameter("justification", row.justification())
                        .setParameter("openCase", row.openCase().orElse(null))
                        .setParameter("awareOn", row.awareOn().orElse(null))
                        .setParameter("howTold", row.howTold().orElse(null))
                        .setParameter("indicator", row.indicator().orElse(null))
                        .setParameter("recordedAt", recorded.at())
                        .executeUpdate()
                == 1;
    }
}
