package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.Openings;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Who has read which flag, one row a flag and person. */
@ApplicationScoped
@Transactional
class OpeningRepository implements Openings, PanacheRepositoryBase<OpeningEntity, OpeningEntity.Key> {

    private static final String INSERT = "insert into OpeningEntity (municipality, flag, reader, openedAt) "
            + "values (:municipality, :flag, :reader, :openedAt) on conflict do nothing";

    private final MunicipalSession municipal;

    OpeningRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public void note(MunicipalityCode municipality, FlagId flag, ActorName reader, Instant at) {
        municipal.see(municipality);
        getSession()
                .createMutationQuery(INSERT)
                .setParameter("municipality", municipality.number())
                .setParameter("flag", flag.value())
                .setParameter("reader", reader.value())
                .setParameter("openedAt", at)
                .executeUpdate();
    }

    @Override
    public boolean has(MunicipalityCode municipality, FlagId flag, ActorName reader) {
        municipal.see(municipality);
        return findByIdOptional(new OpeningEntity.Key(municipality.number(), flag.value(), reader.value()))
                .isPresent();
    }
}
