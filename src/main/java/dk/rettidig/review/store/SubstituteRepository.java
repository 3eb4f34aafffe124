package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.reidentification.Substitute;
import dk.rettidig.review.reidentification.Substitutes;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Named substitutes; of two that are named at once the database keeps one. */
@ApplicationScoped
@Transactional
class SubstituteRepository implements Substitutes, PanacheRepositoryBase<SubstituteEntity, SubstituteEntity.Key> {

    private static final String INSERT = "insert into SubstituteEntity "
            + "(municipality, id, name, namedBy, namedAt, fromDay, toDay) "
            + "values (:municipality, :id, :name, :namedBy, :namedAt, :fromDay, :toDay) on conflict do nothing";

    private final MunicipalSession municipal;

    SubstituteRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public Optional<Substitute> standing(MunicipalityCode municipality) {
        municipal.see(municipality);
        return find("municipality = ?1 and endedAt is null", municipality.number())
                .firstResultOptional()
                .filter(SubstituteEntity::standing)
                .map(row -> {
                    getEntityManager().detach(row);
                    return row.substitute();
                });
    }

    @Override
    public boolean name(Substitute substitute) {
        municipal.see(substitute.municipality());
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("municipality", substitute.municipality().number())
                        .setParameter("id", substitute.id())
                        .setParameter("name", substitute.name().value())
                        .setParameter("namedBy", substitute.namedBy().value())
                        .setParameter("namedAt", substitute.namedAt())
                        .setParameter("fromDay", substitute.from())
                        .setParameter("toDay", substitute.to())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean end(MunicipalityCode municipality, Instant at) {
        municipal.see(municipality);
        return update("endedAt = ?1 where municipality = ?2 and endedAt is null", at, municipality.number()) == 1;
    }
}
