package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/**
 * Keeps transactions from writing about the same child at once. Whoever writes about one child holds that child and shares the
 * municipality; whoever writes about hundreds holds the municipality alone, for the database has room for some thousand locks and
 * not for one a child. Locks end with the transaction.
 */
@ApplicationScoped
public class ChildLocks {

    private final Session session;

    ChildLocks(Session session) {
        this.session = session;
    }

    /** What is written; each kind has locks of its own. */
    public enum Kind {
        NOTIFICATIONS(1),
        FOLLOW_UP(-1);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        private long seed(MunicipalityCode municipality) {
            return (long) sign * municipality.number();
        }
    }

    /** Holds one child. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void one(MunicipalityCode municipality, byte[] pseudonym, Kind kind) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock_shared(hashtextextended('all children', :seed)),"
                                + " pg_advisory_xact_lock(hashtextextended(encode(:child, 'hex'), :seed))",
                        Integer.class)
                .setParameter("child", pseudonym)
                .setParameter("seed", kind.seed(municipality))
                .getSingleResult();
    }

    /** Holds every child of the municipality. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void all(MunicipalityCode municipality, Kind kind) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('all children', :seed))", Integer.class)
                .setParameter("seed", kind.seed(municipality))
                .getSingleResult();
    }
}
