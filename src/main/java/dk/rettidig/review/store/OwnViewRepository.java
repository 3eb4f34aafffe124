package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.OwnViews;
import dk.rettidig.review.SealedView;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Sealed own views, one row a flag and person; of two that arrive at once the database keeps one. */
@ApplicationScoped
@Transactional
class OwnViewRepository implements OwnViews, PanacheRepositoryBase<OwnViewEntity, OwnViewEntity.Key> {

    private static final String INSERT = "insert into OwnViewEntity "
            + "(municipality, flag, reviewer, choice, justification, sealedAt) "
            + "values (:municipality, :flag, :reviewer, :choice, :justification, :sealedAt) on conflict do nothing";

    private final MunicipalSession municipal;

    OwnViewRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public Optional<SealedView> find(MunicipalityCode municipality, FlagId flag, ActorName by) {
        municipal.see(municipality);
        return findByIdOptional(new OwnViewEntity.Key(municipality.number(), flag.value(), by.value()))
                .map(OwnViewEntity::view);
    }

    @Override
    public boolean seal(MunicipalityCode municipality, SealedView sealed) {
        municipal.see(municipality);
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("municipality", municipality.number())
                        .setParameter("flag", sealed.flag().value())
                        .setParameter("reviewer", sealed.by().value())
                        .setParameter("choice", sealed.view().choice().id())
                        .setParameter(
                                "justification", sealed.view().justification().text())
                        .setParameter("sealedAt", sealed.at())
                        .executeUpdate()
                == 1;
    }
}
