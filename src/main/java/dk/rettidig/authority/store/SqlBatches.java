package dk.rettidig.authority.store;

import dk.rettidig.authority.Batches;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;

/** Used requests and quotas: each step one statement, decided by the database also between replicas. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlBatches implements Batches {

    private final EntityManager entities;

    SqlBatches(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean use(KeyId client, String requestId, Instant at) {
        return entities.createNativeQuery("insert into authority_request (kid, request, used_at) "
                                + "values (:kid, :request, :at) on conflict do nothing")
                        .setParameter("kid", client.value())
                        .setParameter("request", requestId)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean take(KeyId client, PseudonymDomain domain, LocalDate day, int elements, int quota) {
        return elements <= quota
                && entities.createNativeQuery("insert into authority_use (kid, domain, day, elements) "
                                        + "values (:kid, :domain, :day, :elements) on conflict (kid, domain, day) "
                                        + "do update set elements = authority_use.elements + excluded.elements "
                                        + "where authority_use.elements + excluded.elements <= :quota")
                                .setParameter("kid", client.value())
                                .setParameter("domain", domain.text())
                                .setParameter("day", day)
                                .setParameter("elements", elements)
                                .setParameter("quota", quota)
                                .executeUpdate()
                        == 1;
    }

    @Override
    public long taken(KeyId client, PseudonymDomain domain, LocalDate day) {
        return ((Number) entities.createNativeQuery("select coalesce(sum(elements), 0) from authority_use "
                                + "where kid = :kid and domain = :domain and day = :day")
                        .setParameter("kid", client.value())
                        .setParameter("domain", domain.text())
                        .setParameter("day", day)
                        .getSingleResult())
                .longValue();
    }
}
