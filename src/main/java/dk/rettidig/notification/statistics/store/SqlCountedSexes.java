package dk.rettidig.notification.statistics.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.statistics.CountedSexes;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Asks the one function that gives out what notifications state of the child's sex for counting. */
@ApplicationScoped
class SqlCountedSexes implements CountedSexes {

    private final Session session;
    private final MunicipalSession municipal;

    SqlCountedSexes(Session session, MunicipalSession municipal) {
        this.session = session;
        this.municipal = municipal;
    }

    @Override
    public Map<NotificationId, ChildSex> received(MunicipalityCode municipality, Instant from, Instant before) {
        municipal.see(municipality);
        return session
                .createNativeQuery(
                        "select notified, stated from sex_for_counting(cast(:municipality as smallint), :since, :before)",
                        Tuple.class)
                .setParameter("municipality", municipality.number())
                .setParameter("since", from)
                .setParameter("before", before)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> new NotificationId(row.get(0, UUID.class)),
                        row -> ChildSex.parse(row.get(1, String.class)).orElseThrow()));
    }
}
