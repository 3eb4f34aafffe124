package dk.rettidig.authority.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.authority.Client;
import dk.rettidig.authority.Clients;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients. A step is one conditional statement, so that of two people who take it at once one finds it taken. */
@ApplicationScoped
@Transactional
class ClientRepository implements Clients, PanacheRepositoryBase<ClientEntity, String> {

    private static final String INSERT = "insert into ClientEntity "
            + "(kid, client, municipality, publicKey, domains, conversions, population, state, proposedBy, proposedAt) "
            + "values (:kid, :client, :municipality, :publicKey, :domains, :conversions, :population, 'proposed', :by, :at) "
            + "on conflict do nothing";

    @Override
    public Optional<Client> find(KeyId key) {
        return findByIdOptional(key.value()).map(this::read);
    }

    @Override
    public List<Client> of(MunicipalityCode municipality) {
        return list("municipality = ?1", Sort.by("proposedAt").and("kid"), municipality.number()).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean propose(Client client) {
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("kid", client.keyId().value())
                        .setParameter("client", client.id().value())
                        .setParameter("municipality", client.municipality().number())
                        .setParameter("publicKey", client.key().encoded())
                        .setParameter("domains", texts(client.domains()))
                        .setParameter("conversions", texts(client.conversions()))
                        .setParameter("population", client.population())
                        .setParameter("by", client.proposedBy().value())
                        .setParameter("at", client.proposedAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean approve(KeyId key, ActorName by, Instant at) {
        return update(
                        "state = 'approved', approvedBy = :by, approvedAt = :at "
                                + "where kid = :kid and state = 'proposed' and proposedBy <> :by",
                        step(key, by, at))
                == 1;
    }

    @Override
    public boolean withdraw(KeyId key, ActorName by, Instant at) {
        return update(
                        "state = 'withdrawn', withdrawnBy = :by, withdrawnAt = :at "
                                + "where kid = :kid and state <> 'withdrawn'",
                        step(key, by, at))
                == 1;
    }

    private static String[] texts(Set<PseudonymDomain> domains) {
        return domains.stream().map(PseudonymDomain::text).sorted().toArray(String[]::new);
    }

    private static Parameters step(KeyId key, ActorName by, Instant at) {
        return Parameters.with("kid", key.value()).and("by", by.value()).and("at", at);
    }

    private Client read(ClientEntity row) {
        getEntityManager().detach(row);
        return row.client();
    }
}
