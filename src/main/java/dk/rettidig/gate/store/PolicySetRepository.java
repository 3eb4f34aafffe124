package dk.rettidig.gate.store;

import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Table {@code policy_set}: one row a file of a set. */
@ApplicationScoped
@Transactional
class PolicySetRepository implements PolicySetStore, PanacheRepositoryBase<PolicyFileEntity, PolicyFileEntity.Key> {

    /** SQL, because this runs at every start and HQL would bring its parser along. */
    private static final String INSERT =
            "insert into policy_set (digest, path, bytes) values (:digest, :path, :bytes) on conflict do nothing";

    private static final String KEPT = "select count(*) from policy_set where digest = :digest";

    @Override
    public void keep(PolicySet set) {
        if (files(set.digest()) == set.files().size()) {
            return;
        }
        for (PolicyFile file : set.files()) {
            getSession()
                    .createNativeMutationQuery(INSERT)
                    .setParameter("digest", set.digest().value())
                    .setParameter("path", file.path())
                    .setParameter("bytes", file.bytes())
                    .executeUpdate();
        }
    }

    private long files(PolicyDigest digest) {
        return getSession()
                .createNativeQuery(KEPT, Long.class)
                .setParameter("digest", digest.value())
                .getSingleResult();
    }

    @Override
    public Optional<PolicySet> find(PolicyDigest digest) {
        List<PolicyFile> files = list("digest", digest.value()).stream()
                .map(PolicyFileEntity::file)
                .toList();
        // A set that no longer has its digest was tampered with: it must not pass for the one that decided.
        return Optional.of(PolicySet.of(files)).filter(found -> found.digest().equals(digest));
    }
}
