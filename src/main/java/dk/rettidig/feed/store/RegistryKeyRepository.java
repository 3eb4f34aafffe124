package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.RegistryKeys;
import dk.rettidig.seal.KeyId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Registry keys. A step is one conditional statement, so that of two people who take it at once one finds it taken; what is
 * read is let go of at once, so that nothing read before a step is taken for what stands after it.
 */
@ApplicationScoped
@Transactional
class RegistryKeyRepository implements RegistryKeys, PanacheRepositoryBase<RegistryKeyEntity, String> {

    private static final String INSERT = "insert into RegistryKeyEntity "
            + "(kid, municipality, registry, publicKey, state, proposedBy, proposedAt) "
            + "values (:kid, :municipality, :registry, :publicKey, 'proposed', :proposedBy, :proposedAt) "
            + "on conflict do nothing";

    @Override
    public Optional<RegistryKey> find(KeyId id) {
        return findByIdOptional(id.value()).map(this::read);
    }

    @Override
    public List<RegistryKey> of(MunicipalityCode municipality, RegistryId registry) {
        return list(
                        "municipality = ?1 and registry = ?2",
                        Sort.by("proposedAt").and("kid"),
                        municipality.number(),
                        registry.value())
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean propose(RegistryKey key) {
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("kid", key.id().value())
                        .setParameter("municipality", key.municipality().number())
                        .setParameter("registry", key.registry().value())
                        .setParameter("publicKey", key.key().encoded())
                        .setParameter("proposedBy", key.proposedBy().value())
                        .setParameter("proposedAt", key.proposedAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean approve(KeyId id, ActorName by, Instant at) {
        return update(
                        "state = 'approved', approvedBy = :by, approvedAt = :at "
                                + "where kid = :kid and state = 'proposed' and proposedBy <> :by",
                        step(id, by, at))
                == 1;
    }

    @Override
    public boolean withdraw(KeyId id, ActorName by, Instant at) {
        return update(
                        "state = 'withdrawn', withdrawnBy = :by, withdrawnAt = :at "
                                + "where kid = :kid and state <> 'withdrawn'",
                        step(id, by, at))
                == 1;
    }

    private static Parameters step(KeyId id, ActorName by, Instant at) {
        return Parameters.with("kid", id.value()).and("by", by.value()).and("at", at);
    }

    private RegistryKey read(RegistryKeyEntity row) {
        getEntityManager().detach(row);
        return row.key();
    }
}
