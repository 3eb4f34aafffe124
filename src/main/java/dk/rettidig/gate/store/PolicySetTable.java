package dk.rettidig.gate.store;

import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.PolicyFile;
import dk.rettidig.law.PolicySet;
import dk.rettidig.law.PolicySetStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code policy_set}: one row a file of a set. */
@ApplicationScoped
class PolicySetTable implements PolicySetStore {

    private final EntityManager database;

    PolicySetTable(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void keep(PolicySet set) {
        for (PolicyFile file : set.files()) {
            database.createNativeQuery(
                            "insert into policy_set (digest, path, bytes) values (?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, set.digest().value())
                    .setParameter(2, file.path())
                    .setParameter(3, file.bytes())
                    .executeUpdate();
        }
    }

    @Override
    @Transactional
    public Optional<PolicySet> find(PolicyDigest digest) {
        List<?> rows = database.createNativeQuery("select path, bytes from policy_set where digest = ?1", Tuple.class)
                .setParameter(1, digest.value())
                .getResultList();
        List<PolicyFile> files = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Tuple file) {
                files.add(PolicyFile.of(file.get(0, String.class), file.get(1, byte[].class)));
            }
        }
        // A set that no longer has its digest was tampered with: it must not pass for the one that decided.
        return Optional.of(PolicySet.of(files)).filter(found -> found.digest().equals(digest));
    }
}
