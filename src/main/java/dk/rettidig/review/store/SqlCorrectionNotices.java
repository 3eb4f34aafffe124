package dk.rettidig.review.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.review.CorrectionNotice;
import dk.rettidig.review.CorrectionNotices;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Notices in SQL: two columns of {@code review_opening}, so that they go when what was read goes. */
@ApplicationScoped
@Transactional
class SqlCorrectionNotices implements CorrectionNotices {

    private static final int MOST = 200;

    /** Whoever sealed or concluded by way of the API without opening first has read the flag by that. */
    private static final String READERS = """
        insert into review_opening (municipality, flag, reader, opened_at)
        select municipality, flag, reviewer, sealed_at from review_own_view
        where municipality = ?1 and flag = any (cast(?2 as uuid[]))
        union all
        select municipality, flag, reviewer, recorded_at from review_outcome
        where municipality = ?1 and flag = any (cast(?2 as uuid[]))
        on conflict do nothing
        """;

    private static final String TELL = "update review_opening set corrected_at = ?3, acknowledged_at = null "
            + "where municipality = ?1 and flag = any (cast(?2 as uuid[]))";

    private static final String STANDING =
            "select flag, reader, corrected_at from review_opening where municipality = ?1 "
                    + "and corrected_at is not null and acknowledged_at is null";

    private static final String ORDER = " order by corrected_at, flag, reader limit " + MOST;

    private static final String ACKNOWLEDGE = "update review_opening set acknowledged_at = ?4 where municipality = ?1 "
            + "and flag = ?2 and reader = ?3 and corrected_at is not null and acknowledged_at is null";

    private final MunicipalSession municipal;
    private final Session session;

    SqlCorrectionNotices(MunicipalSession municipal, Session session) {
        this.municipal = municipal;
        this.session = session;
    }

    @Override
    public int tell(MunicipalityCode municipality, List<FlagId> flags, Instant at) {
        municipal.see(municipality);
        UUID[] ids = flags.stream().map(FlagId::value).toArray(UUID[]::new);
        session.createNativeMutationQuery(READERS)
                .setParameter(1, municipality.number())
                .setParameter(2, ids)
                .executeUpdate();
        return session.createNativeMutationQuery(TELL)
                .setParameter(1, municipality.number())
                .setParameter(2, ids)
                .setParameter(3, at)
                .executeUpdate();
    }

    @Override
    public List<CorrectionNotice> standing(MunicipalityCode municipality) {
        municipal.see(municipality);
        return notices(
                session.createNativeQuery(STANDING + ORDER, Object[].class).setParameter(1, municipality.number()));
    }

    @Override
    public List<CorrectionNotice> standing(MunicipalityCode municipality, ActorName reader) {
        municipal.see(municipality);
        return notices(session.createNativeQuery(STANDING + " and reader = ?2" + ORDER, Object[].class)
                .setParameter(1, municipality.number())
                .setParameter(2, reader.value()));
    }

    private static List<CorrectionNotice> notices(NativeQuery<Object[]> query) {
        return query
                .addScalar("flag", UUID.class)
                .addScalar("reader", String.class)
                .addScalar("corrected_at", Instant.class)
                .getResultList()
                .stream()
                .map(row -> new CorrectionNotice(
                        new FlagId((UUID) row[0]), new ActorName((String) row[1]), (Instant) row[2]))
                .toList();
    }

    @Override
    public boolean acknowledge(MunicipalityCode municipality, FlagId flag, ActorName reader, Instant at) {
        municipal.see(municipality);
        return session.createNativeMutationQuery(ACKNOWLEDGE)
                        .setParameter(1, municipality.number())
                        .setParameter(2, flag.value())
                        .setParameter(3, reader.value())
                        .setParameter(4, at)
                        .executeUpdate()
                == 1;
    }
}
