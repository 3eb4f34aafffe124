package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.Arrival;
import dk.rettidig.notification.Arrivals;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Rows of {@code notification_arrival}. */
@ApplicationScoped
@Transactional
class SqlArrivals implements Arrivals {

    private static final String ROWS = "select * from notification_arrival where municipality = :municipality and ";

    private final Session session;
    private final MunicipalSession municipal;

    SqlArrivals(Session session, MunicipalSession municipal) {
        this.session = session;
        this.municipal = municipal;
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
    public Optional<Arrival> find(MunicipalityCode municipality, String registry, String called) {
        return on(municipality, ROWS + "registry = :registry and called = :called", ArrivalEntity.class)
                .setParameter("registry", registry)
                .setParameter("called", called)
                .uniqueResultOptional()
                .map(ArrivalEntity::arrival);
    }

    @Override
    public Optional<Arrival> of(MunicipalityCode municipality, NotificationId notification) {
        return on(municipality, ROWS + "notification = :id order by delivered_at limit 1", ArrivalEntity.class)
                .setParameter("id", notification.value())
                .uniqueResultOptional()
                .map(ArrivalEntity::arrival);
    }

    @Override
    public Optional<NotificationId> registeredByHand(Notification notification) {
        return on(notification.municipality(), """
                        select n.id from notification n where n.municipality = :municipality and n.pseudonym = :child
                            and n.notifier = :notifier and n.received_at = :at and not exists (
                                select 1 from notification_arrival a
                                where a.municipality = n.municipality and a.notification = n.id)
                        order by n.registered_at limit 1
                        """, UUID.class)
                .setParameter("child", notification.child().bytes())
                .setParameter("notifier", notification.notifier())
                .setParameter("at", notification.receivedAt())
                .uniqueResultOptional()
                .map(NotificationId::new);
    }

    @Override
    public Optional<NotificationId> incident(
            MunicipalityCode municipality, String registry, String incident, Pseudonym child) {
        return on(municipality, """
                        select n.incident from notification_arrival a
                        join notification n on n.municipality = a.municipality and n.id = a.notification
                        where a.municipality = :municipality and a.registry = :registry and a.incident = :incident
                            and n.pseudonym = :child
                        order by a.delivered_at, n.received_at limit 1
                        """, UUID.class)
                .setParameter("registry", registry)
                .setParameter("incident", incident)
                .setParameter("child", child.bytes())
                .uniqueResultOptional()
                .map(NotificationId::new);
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
        municipal.see(municipality);
        session.persist(new ArrivalEntity(municipality, arrival));
        session.flush();
    }

    private <T> NativeQuery<T> on(MunicipalityCode municipality, String sql, Class<T> type) {
        municipal.see(municipality);
        return session.createNativeQuery(sql, type).setParameter("municipality", municipality.number());
    }
}
