package dk.rettidig.followup.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.Closing;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.Telling;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follow-ups with who was told, how they were closed and which measures are on record. */
@ApplicationScoped
@Transactional
class FollowUpRepository implements FollowUps, PanacheRepositoryBase<FollowUpEntity, FollowUpEntity.Key> {

    private static final String OPEN = "municipality = ?1 and state = 'open'";

    private final MunicipalSession municipal;

    FollowUpRepository(MunicipalSession municipal) {
        this.municipal = municipal;
    }

    @Override
    public void hold(MunicipalityCode municipality, Pseudonym child) {
        municipal.see(municipality);
        getSession()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(encode(:child, 'hex'), :other))",
                        Integer.class)
                .setParameter("child", child.bytes())
                .setParameter("other", -(long) municipality.number()) // another lock than that of notifications
                .getSingleResult();
    }

    @Override
    public void add(FollowUp followUp, Optional<Instant> tell) {
        municipal.see(followUp.municipality());
        persistAndFlush(new FollowUpEntity(followUp, tell));
        // Measures of the new one may have come with deliveries that were looked at.
        getSession()
                .createNativeMutationQuery("delete from follow_up_looked where municipality = :municipality")
                .setParameter("municipality", followUp.municipality().number())
                .executeUpdate();
    }

    @Override
    public List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child) {
        municipal.see(municipality);
        return filed(
                municipality,
                list(
                        "municipality = ?1 and pseudonym = ?2 order by listedAt, id",
                        municipality.number(),
                        child.bytes()));
    }

    @Override
    public Optional<Filed> find(MunicipalityCode municipality, FollowUpId id) {
        municipal.see(municipality);
        return filed(municipality, list("municipality = ?1 and id = ?2", municipality.number(), id.value())).stream()
                .findFirst();
    }

    @Override
    public void change(FollowUp followUp, Optional<Instant> tell) {
        municipal.see(followUp.municipality());
        update(
                "reasons = ?1, notifications = ?2, responsible = ?3, state = ?4, opening = ?5, listedAt = ?6,"
                        + " latestAt = ?7, tellAt = ?8, backAt = ?9, measureKind = ?10, measureFrom = ?11,"
                        + " measureTo = ?12, version = version + 1 where municipality = ?13 and id = ?14",
                String.join(FollowUpEntity.BETWEEN, followUp.reasonIds()),
                followUp.notifications(),
                followUp.responsible().map(ActorName::value).orElse(""),
                followUp.state().id(),
                followUp.opening(),
                followUp.listedAt(),
                followUp.latestAt(),
                tell.orElse(null),
                followUp.backAt().orElse(null),
                followUp.measure().map(Measure::kind).orElse(null),
                followUp.measure().map(Measure::from).orElse(null),
                followUp.measure().flatMap(Measure::to).orElse(null),
                followUp.municipality().number(),
                followUp.id().value());
    }

    @Override
    public void reckon(FollowUp followUp, Optional<Instant> tell) {
        municipal.see(followUp.municipality());
        update(
                "tellAt = ?1 where municipality = ?2 and id = ?3",
                tell.orElse(null),
                followUp.municipality().number(),
                followUp.id().value());
    }

    @Override
    public boolean tell(FollowUp followUp, Telling telling) {
        municipal.see(followUp.municipality());
        return getSession()
                        .createMutationQuery(
                                "insert into TellingEntity (municipality, followUp, opening, step, occasion, told, due, at)"
                                        + " values (:municipality, :id, :opening, :step, :occasion, :told, :due, :at)"
                                        + " on conflict do nothing")
                        .setParameter("municipality", followUp.municipality().number())
                        .setParameter("id", followUp.id().value())
                        .setParameter("opening", telling.opening())
                        .setParameter("step", telling.step())
                        .setParameter("occasion", telling.occasion())
                        .setParameter(
                                "told", telling.to().map(name -> name.value()).orElse(null))
                        .setParameter("due", telling.due())
                        .setParameter("at", telling.at())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void close(FollowUp followUp, Closing closing) {
        municipal.see(followUp.municipality());
        getEntityManager().persist(new ClosingEntity(followUp, closing));
        getEntityManager().flush();
    }

    @Override
    public void measure(FollowUp followUp, Measure measure, Instant seen) {
        municipal.see(followUp.municipality());
        getSession()
                .createNativeMutationQuery("insert into follow_up_measure (municipality, follow_up, kind, from_day,"
                        + " to_day, seen_at) values (:municipality, :id, :kind, :from, cast(:to as date), :seen)"
                        + " on conflict (municipality, follow_up, kind, from_day)"
                        + " do update set to_day = excluded.to_day, seen_at = excluded.seen_at")
                .setParameter("municipality", followUp.municipality().number())
                .setParameter("id", followUp.id().value())
                .setParameter("kind", measure.kind())
                .setParameter("from", measure.from())
                .setParameter("to", measure.to().map(Object::toString).orElse(null), String.class)
                .setParameter("seen", seen)
                .executeUpdate();
    }

    @Override
    public void forget(FollowUp followUp, Measure measure) {
        municipal.see(followUp.municipality());
        getSession()
                .createMutationQuery("delete from MeasureEntity where municipality = :municipality and followUp = :id"
                        + " and kind = :kind and fromDay = :from")
                .setParameter("municipality", followUp.municipality().number())
                .setParameter("id", followUp.id().value())
                .setParameter("kind", measure.kind())
                .setParameter("from", measure.from())
                .executeUpdate();
    }

    @Override
    public List<Filed> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit) {
        municipal.see(municipality);
        String state = filter.state().id();
        String reason = "%" + filter.reason().map(each -> each.id()).orElse("") + "%";
        String asked = "municipality = ?1 and state = ?2 and reasons like ?3";
        String order = " order by listedAt, id";
        List<FollowUpEntity> rows = after.map(place -> find(
                                asked + " and (listedAt > ?4 or (listedAt = ?4 and id > ?5))" + order,
                                municipality.number(),
                                state,
                                reason,
                                place.listedAt(),
                                place.id().value())
                        .page(0, limit)
                        .list())
                .orElseGet(() -> find(asked + order, municipality.number(), state, reason)
                        .page(0, limit)
                        .list());
        return filed(municipality, rows);
    }

    @Override
    public Waiting waiting(MunicipalityCode municipality) {
        municipal.see(municipality);
        return new Waiting(
                count(OPEN, municipality.number()),
                find(OPEN + " order by listedAt", municipality.number())
                        .firstResultOptional()
                        .map(FollowUpEntity::listedAt));
    }

    @Override
    public boolean anyDue(MunicipalityCode municipality, Instant now) {
        municipal.see(municipality);
        return count(
                        "municipality = ?1 and ((state = 'open' and tellAt <= ?2) or backAt <= ?2)",
                        municipality.number(),
                        now)
                > 0;
    }

    @Override
    public List<Filed> toTell(MunicipalityCode municipality, Instant now, int most) {
        municipal.see(municipality);
        return filed(
                municipality,
                find(OPEN + " and tellAt <= ?2 order by tellAt, id", municipality.number(), now)
                        .page(0, most)
                        .list());
    }

    @Override
    public List<Filed> comingBack(MunicipalityCode municipality, Instant now, int most) {
        municipal.see(municipality);
        return filed(
                municipality,
                find("municipality = ?1 and backAt <= ?2 order by backAt, id", municipality.number(), now)
                        .page(0, most)
                        .list());
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return getSession()
                .createNativeQuery("select code from followed() n(code)", Short.class)
                .getResultList()
                .stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    @Override
    public Map<Pseudonym, List<Measure>> measures(MunicipalityCode municipality) {
        municipal.see(municipality);
        Map<UUID, Pseudonym> children = fresh(list("municipality = ?1", municipality.number())).stream()
                .collect(Collectors.toMap(
                        FollowUpEntity::id, row -> row.followUp().child()));
        return getSession()
                .createSelectionQuery("from MeasureEntity where municipality = :municipality", MeasureEntity.class)
                .setParameter("municipality", municipality.number())
                .getResultList()
                .stream()
                .filter(row -> children.containsKey(row.followUp()))
                .collect(Collectors.groupingBy(
                        row -> java.util.Objects.requireNonNull(children.get(row.followUp())),
                        Collectors.mapping(MeasureEntity::measure, Collectors.toList())));
    }

    @Override
    public List<FollowUpId> eraseEnded(MunicipalityCode municipality, Instant before) {
        municipal.see(municipality);
        return getSession()
                .createNativeQuery(
                        "delete from follow_up where municipality = :municipality and state <> 'open' and back_at is null"
                                + " and latest_at <= :before"
                                + Halting.unlessHalted("follow_up.pseudonym", ":municipality")
                                + " returning id",
                        UUID.class)
                .setParameter("municipality", municipality.number())
                .setParameter("before", before)
                .getResultList()
                .stream()
                .map(FollowUpId::new)
                .toList();
    }

    /** Never a row that was read before in the same transaction. */
    private List<FollowUpEntity> fresh(List<FollowUpEntity> rows) {
        rows.forEach(getEntityManager()::detach);
        return rows;
    }

    private List<Filed> filed(MunicipalityCode municipality, List<FollowUpEntity> found) {
        List<FollowUpEntity> rows = fresh(found);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(FollowUpEntity::id).toList();
        Map<UUID, List<Telling>> told = parts(
                TellingEntity.class,
                "at, due, step",
                municipality,
                ids,
                TellingEntity::followUp,
                TellingEntity::telling);
        Map<UUID, List<Closing>> closed = parts(
                ClosingEntity.class, "opening", municipality, ids, ClosingEntity::followUp, ClosingEntity::closing);
        Map<UUID, List<Measure>> measures = parts(
                MeasureEntity.class,
                "fromDay, kind",
                municipality,
                ids,
                MeasureEntity::followUp,
                MeasureEntity::measure);
        List<Filed> filed = new ArrayList<>();
        for (FollowUpEntity row : rows) {
            filed.add(new Filed(
                    row.followUp(),
                    told.getOrDefault(row.id(), List.of()),
                    closed.getOrDefault(row.id(), List.of()),
                    measures.getOrDefault(row.id(), List.of()),
                    row.version()));
        }
        return filed;
    }

    private <E, P> Map<UUID, List<P>> parts(
            Class<E> type,
            String order,
            MunicipalityCode municipality,
            List<UUID> ids,
            Function<E, UUID> of,
            Function<E, P> part) {
        List<E> rows = getSession()
                .createSelectionQuery(
                        "from " + type.getSimpleName()
                                + " where municipality = :municipality and followUp in :ids order by " + order,
                        type)
                .setParameter("municipality", municipality.number())
                .setParameter("ids", ids)
                .getResultList();
        rows.forEach(getEntityManager()::detach);
        return rows.stream().collect(Collectors.groupingBy(of, Collectors.mapping(part, Collectors.toList())));
    }
}
