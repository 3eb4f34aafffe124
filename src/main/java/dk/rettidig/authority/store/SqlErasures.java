package dk.rettidig.authority.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.authority.Erasures;
import dk.rettidig.pseudonym.PseudonymDomain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erasures: each step one statement, so that of two people who take it at once one finds it taken. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SqlErasures implements Erasures {

    private final EntityManager entities;

    SqlErasures(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Proposal> proposed(PseudonymDomain domain) {
        List<?> rows = entities.createNativeQuery("select proposed_by, proposed_at from authority_erasure "
                        + "where domain = :domain and approved_at is null")
                .setParameter("domain", domain.text())
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new Proposal(domain, new ActorName((String) columns[0]), (Instant) columns[1]);
        });
    }

    @Override
    public boolean propose(Proposal proposal) {
        return entities.createNativeQuery("insert into authority_erasure (domain, proposed_by, proposed_at) "
                                + "values (:domain, :by, :at) on conflict (domain) do update "
                                + "set proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at "
                                + "where authority_erasure.approved_at is null")
                        .setParameter("domain", proposal.domain().text())
                        .setParameter("by", proposal.by().value())
                        .setParameter("at", proposal.at())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean approve(PseudonymDomain domain, ActorName by, Instant proposedSince, Instant at) {
        return entities.createNativeQuery("update authority_erasure set approved_by = :by, approved_at = :at "
                                + "where domain = :domain and approved_at is null and proposed_by <> :by "
                                + "and proposed_at >= :since")
                        .setParameter("domain", domain.text())
                        .setParameter("by", by.value())
                        .setParameter("at", at)
                        .setParameter("since", proposedSince)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean isErased(PseudonymDomain domain) {
        return !entities.createNativeQuery(
                        "select 1 from authority_erasure where domain = :domain and approved_at is not null")
                .setParameter("domain", domain.text())
                .getResultList()
                .isEmpty();
    }
}
