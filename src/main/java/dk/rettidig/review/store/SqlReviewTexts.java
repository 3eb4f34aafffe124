package dk.rettidig.review.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.review.ReviewTexts;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hibernate.Session;

/**
 * Erases views and outcomes by what became of their flags: sets of rows, in SQL, by a table that is another feature's. A halt
 * keeps a flag's content, and with it whatever goes when that has gone.
 */
@ApplicationScoped
@Transactional
class SqlReviewTexts implements ReviewTexts {

    private static final String VIEWS = "delete from review_own_view t using flag f where t.municipality = ?1 "
            + "and f.municipality = t.municipality and f.id = t.flag "
            + "and (f.erased_at is not null or (f.state = 'concluded' and f.changed_at < ?2))"
            + Halting.unlessHalted("f.pseudonym", "?1");
    private static final String OUTCOMES = "delete from review_outcome t using flag f where t.municipality = ?1 "
            + "and f.municipality = t.municipality and f.id = t.flag and f.erased_at is not null";

    private static final String OPENINGS = "delete from review_opening t using flag f where t.municipality = ?1 "
            + "and f.municipality = t.municipality and f.id = t.flag and f.erased_at is not null";
    private static final String REQUESTS = "delete from reidentification t using flag f where t.municipality = ?1 "
            + "and f.municipality = t.municipality and f.id = t.flag and f.erased_at is not null";

    private final MunicipalSession municipal;
    private final Session session;

    SqlReviewTexts(MunicipalSession municipal, Session session) {
        this.municipal = municipal;
        this.session = session;
    }

    @Override
    public Erased erase(MunicipalityCode municipality, Instant concludedBefore) {
        municipal.see(municipality);
        int views = session.createNativeMutationQuery(VIEWS)
                .setParameter(1, municipality.number())
                .setParameter(2, concludedBefore)
                .executeUpdate();
        int outcomes = all(OUTCOMES, municipality);
        all(OPENINGS, municipality);
        return new Erased(views, outcomes, all(REQUESTS, municipality));
    }

    private int all(String delete, MunicipalityCode municipality) {
        return session.createNativeMutationQuery(delete)
                .setParameter(1, municipality.number())
                .executeUpdate();
    }
}
