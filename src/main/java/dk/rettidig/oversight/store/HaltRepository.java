package dk.rettidig.oversight.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.halt.Halt;
import dk.rettidig.oversight.halt.Halts;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.web.Words;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Halts; of two that are registered at once for the same the database keeps one. */
@ApplicationScoped
@Transactional
class HaltRepository implements Halts, PanacheRepositoryBase<HaltEntity, HaltEntity.Key> {

    private static final String INSERT = "insert into HaltEntity (municipality, id, pseudonym, lookup, kind, "
            + "caseReference, registeredBy, registeredAt, untilDay) values (:municipality, :id, :pseudonym, :lookup, "
            + ":kind, :caseReference, :registeredBy, :registeredAt, :untilDay) on conflict do nothing";

    private final MunicipalSession municipal;
    private final Subjects subjects;

    HaltRepository(MunicipalSession municipal, Subjects subjects) {
        this.municipal = municipal;
        this.subjects = subjects;
    }

    @Override
    public boolean add(Halt halt, Pseudonym child) {
        municipal.see(halt.municipality());
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("municipality", halt.municipality().number())
                        .setParameter("id", halt.id())
                        .setParameter("pseudonym", child.bytes())
                        .setParameter(
                                "lookup", subjects.lookup(halt.municipality().value(), child.bytes()))
                        .setParameter("kind", halt.kind().id())
                        .setParameter("caseReference", halt.caseReference().value())
                        .setParameter("registeredBy", halt.registeredBy().value())
                        .setParameter("registeredAt", halt.registeredAt())
                        .setParameter("untilDay", halt.until().orElse(null))
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<Pseudonym> lift(MunicipalityCode municipality, UUID id, ActorName by, Instant at) {
        municipal.see(municipality);
        int lifted = update(
                "liftedBy = ?1, liftedAt = ?2 where municipality = ?3 and id = ?4 and liftedAt is null",
                by.value(),
                at,
                municipality.number(),
                id);
        return lifted == 1 ? row(municipality, id).map(HaltEntity::child) : Optional.empty();
    }

    @Override
    public Optional<Halt> find(MunicipalityCode municipality, UUID id) {
        municipal.see(municipality);
        return row(municipality, id).map(HaltEntity::halt);
    }

    @Override
    public Optional<Pseudonym> child(MunicipalityCode municipality, UUID id) {
        municipal.see(municipality);
        return row(municipality, id).map(HaltEntity::child);
    }

    /** Never a row that was read before in the same transaction. */
    private Optional<HaltEntity> row(MunicipalityCode municipality, UUID id) {
        Optional<HaltEntity> row =
                find("municipality = ?1 and id = ?2", municipality.number(), id).firstResultOptional();
        row.ifPresent(getEntityManager()::detach);
        return row;
    }

    @Override
    public List<Halt> list(MunicipalityCode municipality) {
        municipal.see(municipality);
        return find(
                        "municipality = ?1 order by case when liftedAt is null then 0 else 1 end, registeredAt desc, id",
                        municipality.number())
                .stream()
                .map(HaltEntity::halt)
                .toList();
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return getSession()
                .createNativeQuery("select code from halting() h(code)", Short.class)
                .getResultList()
                .stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    @Override
    public int eraseEnded(MunicipalityCode municipality, Instant before) {
        municipal.see(municipality);
        return Math.toIntExact(delete(
                "municipality = ?1 and (liftedAt <= ?2 or (liftedAt is null and untilDay < ?3))",
                municipality.number(),
                before,
                Words.day(before)));
    }
}
