package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.Arrival;
import dk.rettidig.notification.Arrivals;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.GatheredRows;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.store.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Rows of {@code notification_arrival}. */
@ApplicationScoped
@Transactional
class SqlArrivals implements Arrivals {

    private static final String ROWS = "select * from notification_arrival where municipality = :municipality and ";

    /** After the notification that it points to. */
    private static final int PLACE = 2;

    private final Session session;
    private final MunicipalSession municipal;
    private final GatheredRows gathered;

    SqlArrivals(Session session, MunicipalSession municipal, GatheredRows gathered) {
        this.session = session;
        this.municipal = municipal;
        this.gathered = gathered;
    }

    @Override
    public void hold(MunicipalityCode municipality) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('notification delivery', :municipality))",
                        Integer.class)
                .setParameter("municipality", (long) municipality.number())
                .getSingleResult();
    }

    @Override
    public List<Arrival> find(MunicipalityCode municipality, String registry, Collection<String> called) {
        return Parts.of(called)
                .flatMap(part -> on(
                                municipality,
                                ROWS + "registry = :registry and called in (:called)",
                                ArrivalEntity.class)
                        .setParameter("registry", registry)
                        .setParameterList("called", part)
                        .getResultStream())
                .peek(session::detach)
                .map(ArrivalEntity::arrival)
                .toList();
    }

    @Override
    public Optional<Arrival> of(MunicipalityCode municipality, NotificationId notification) {
        return on(municipality, ROWS + "notification = :id order by delivered_at limit 1", ArrivalEntity.class)
                .setParameter("id", notification.value())
                .uniqueResultOptional()
                .map(ArrivalEntity::arrival);
    }

    @Override
    public List<Notification> registeredByHand(MunicipalityCode municipality, Collection<Pseudonym> children) {
        return Parts.of(children.stream().map(Pseudonym::bytes).toList())
                .flatMap(part -> on(municipality, """
                        select n.* from notification n where n.municipality = :municipality and n.pseudonym in (:children)
                            and not exists (select 1 from notification_arrival a
                                where a.municipality = n.municipality and a.notification = n.id)
                        order by n.registered_at
                        """, NotificationEntity.class)
                        .setParameterList("children", part)
                        .getResultStream())
                .peek(session::detach)
                .map(NotificationEntity::notification)
                .toList();
    }

    @Override
    public List<NamedIncident> incidents(MunicipalityCode municipality, String registry, Collection<String> called) {
        return Parts.of(called)
                .flatMap(part -> on(municipality, """
                        select a.incident as called, n.pseudonym as child, n.incident as first from notification_arrival a
                        join notification n on n.municipality = a.municipality and n.id = a.notification
                        where a.municipality = :municipality and a.registry = :registry and a.incident in (:incidents)
                        order by a.delivered_at, n.received_at
                        """, Object[].class)
                        .setParameter("registry", registry)
                        .setParameterList("incidents", part)
                        .addScalar("called", String.class)
                        .addScalar("child", byte[].class)
                        .addScalar("first", UUID.class)
                        .getResultStream())
                .map(row -> new NamedIncident(
                        (String) row[0], Pseudonym.of((byte[]) row[1]), new NotificationId((UUID) row[2])))
                .toList();
    }

    @Override
    public HeldBack heldBack(MunicipalityCode municipality, Instant since) {
        Object[] counts = on(municipality, """
                        select coalesce(sum(d.rows_quarantined) filter (where d.state = 'finished'), 0) as rows,
                            count(*) filter (where d.state = 'rejected') as deliveries
                        from delivery d join feed f on f.id = d.feed
                        where d.municipality = :municipality and d.ended_at > :since
                            and 'NOTIFICATION_RECEIVED' = any (f.indicators)
                        """, Object[].class)
                .setParameter("since", since)
                .addScalar("rows", Long.class)
                .addScalar("deliveries", Long.class)
                .getSingleResult();
        return new HeldBack((Long) counts[0], (Long) counts[1]);
    }

    @Override
    public void add(MunicipalityCode municipality, Arrival arrival) {
        gathered.add(PLACE, new ArrivalEntity(municipality, arrival));
    }

    private <T> NativeQuery<T> on(MunicipalityCode municipality, String sql, Class<T> type) {
        municipal.see(municipality);
        return session.createNativeQuery(sql, type).setParameter("municipality", municipality.number());
    }
}
