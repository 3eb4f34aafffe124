package dk.rettidig.notification.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.DutyPeriod;
import dk.rettidig.notification.DutyRoster;
import dk.rettidig.store.MunicipalSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;

/** Rows of {@code duty_period} and {@code duty_fallback}. */
@ApplicationScoped
@Transactional
class SqlDutyRoster implements DutyRoster {

    private static final String ROWS = "select * from duty_period where municipality = :municipality and ";

    private final Session session;
    private final MunicipalSession municipal;

    SqlDutyRoster(Session session, MunicipalSession municipal) {
        this.session = session;
        this.municipal = municipal;
    }

    @Override
    public void hold(MunicipalityCode municipality) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('duty roster', :municipality))",
                        Integer.class)
                .setParameter("municipality", (long) municipality.number())
                .getSingleResult();
    }

    @Override
    public List<DutyPeriod> after(MunicipalityCode municipality, Instant moment) {
        return on(municipality, ROWS + "to_at > :at order by from_at", DutyPeriodEntity.class)
                .setParameter("at", moment)
                .getResultStream()
                .map(DutyPeriodEntity::period)
                .toList();
    }

    @Override
    public Optional<DutyPeriod> at(MunicipalityCode municipality, Instant moment) {
        return on(municipality, ROWS + "from_at <= :at and to_at > :at", DutyPeriodEntity.class)
                .setParameter("at", moment)
                .uniqueResultOptional()
                .map(DutyPeriodEntity::period);
    }

    @Override
    public Optional<ActorName> fallback(MunicipalityCode municipality) {
        return on(municipality, "select person from duty_fallback where municipality = :municipality", String.class)
                .uniqueResultOptional()
                .map(ActorName::new);
    }

    @Override
    public void add(DutyPeriod period, ActorName by, Instant at) {
        municipal.see(period.municipality());
        session.persist(new DutyPeriodEntity(period, by, at));
        session.flush();
    }

    @Override
    public Optional<DutyPeriod> remove(MunicipalityCode municipality, UUID period) {
        Optional<DutyPeriod> known = on(municipality, ROWS + "id = :id", DutyPeriodEntity.class)
                .setParameter("id", period)
                .uniqueResultOptional()
                .map(DutyPeriodEntity::period);
        change(municipality, "delete from duty_period where municipality = :municipality and id = :id")
                .setParameter("id", period)
                .executeUpdate();
        return known;
    }

    @Override
    public void setFallback(MunicipalityCode municipality, ActorName person, ActorName by, Instant at) {
        change(municipality, """
                insert into duty_fallback (municipality, person, set_by, set_at)
                values (:municipality, :person, :by, :at) on conflict (municipality)
                do update set person = excluded.person, set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .setParameter("person", person.value())
                .setParameter("by", by.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return session.createNativeQuery("select code from rostered() r(code)", Short.class).getResultList().stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    @Override
    public int eraseEnded(MunicipalityCode municipality, Instant before) {
        return change(municipality, "delete from duty_period where municipality = :municipality and to_at <= :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private MutationQuery change(MunicipalityCode municipality, String sql) {
        municipal.see(municipality);
        return session.createNativeMutationQuery(sql).setParameter("municipality", municipality.number());
    }

    private <T> NativeQuery<T> on(MunicipalityCode municipality, String sql, Class<T> type) {
        municipal.see(municipality);
        return session.createNativeQuery(sql, type).setParameter("municipality", municipality.number());
    }
}
