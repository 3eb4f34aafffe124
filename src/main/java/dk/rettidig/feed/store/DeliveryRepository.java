package dk.rettidig.feed.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryId;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads deliveries and what is kept beside them. What is read is let go of at once: {@link SqlDeliveries} changes the rows
 * without Hibernate's knowledge, in the same transactions.
 */
@ApplicationScoped
@Transactional
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, UUID> {

    private final MunicipalSession municipal;

    DeliveryRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    Optional<Delivery> find(MunicipalityCode municipality, RegistryId registry, NoteId note) {
        return find(
                        "municipality = ?1 and registry = ?2 and jti = ?3",
                        municipality.number(),
                        registry.value(),
                        note.value())
                .firstResultOptional()
                .map(this::read);
    }

    Optional<Delivery> find(MunicipalityCode municipality, DeliveryId id) {
        return find("id = ?1 and municipality = ?2", id.value(), municipality.number())
                .firstResultOptional()
                .map(this::read);
    }

    List<Delivery> of(MunicipalityCode municipality, Instant before, int limit) {
        Sort latestFirst = Sort.descending("startedAt", "number");
        return find("municipality = ?1 and startedAt < ?2", latestFirst, municipality.number(), before)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    List<Delivery> withExpiredLease(Instant now) {
        return list("state = 'running' and leaseUntil < ?1", Sort.by("number"), now).stream()
                .map(this::read)
                .toList();
    }

    List<Deliveries.QuarantinedRow> quarantine(DeliveryId id, long afterLine, int limit) {
        return getSession()
                .createSelectionQuery(
                        "from QuarantinedRowEntity where delivery = ?1 and line > ?2 order by line",
                        QuarantinedRowEntity.class)
                .setParameter(1, id.value())
                .setParameter(2, afterLine)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(QuarantinedRowEntity::row)
                .toList();
    }

    List<Deliveries.ScopeBand> scopeBands(MunicipalityCode municipality, int limit) {
        municipal.see(municipality);
        return getSession()
                .createSelectionQuery(
                        "select band from ScopeBandEntity band join DeliveryEntity one on one.id = band.delivery "
                                + "where one.municipality = ?1 order by one.number desc",
                        ScopeBandEntity.class)
                .setParameter(1, municipality.number())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ScopeBandEntity::band)
                .toList();
    }

    private Delivery read(DeliveryEntity row) {
        getEntityManager().detach(row);
        return row.delivery();
    }
}
