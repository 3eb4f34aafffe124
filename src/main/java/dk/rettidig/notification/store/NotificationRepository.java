package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.Escalation;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications;
import dk.rettidig.notification.Step;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.ChildLocks;
import dk.rettidig.store.GatheredRows;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalSession;
import dk.rettidig.store.Parts;
import dk.rettidig.store.Remembered;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Notifications with their steps and escalations. Whoever writes holds the child's lock, so that the same comes in once. */
@ApplicationScoped
@Transactional
class NotificationRepository
        implements Notifications, PanacheRepositoryBase<NotificationEntity, NotificationEntity.Key> {

    private static final String OPEN = "municipality = ?1 and doneAt is null";
    private static final String ORDER = " order by coalesce(nextDue, ?2), id";

    /** What has no deadline comes after everything that has. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String OF_CHILDREN = "municipality = ?1 and pseudonym in ?2 order by receivedAt desc, id";

    private static final Comparator<Filed> NEWEST_FIRST = Comparator.comparing(
                    (Filed filed) -> filed.notification().receivedAt())
            .reversed()
            .thenComparing(filed -> filed.notification().id().toString());

    private static final String RECEIVED = "notification in (select n.id from NotificationEntity n"
            + " where n.municipality = :municipality and n.receivedAt >= :from and n.receivedAt < :until)";

    private static final String RECKON =
            "update notification set next_due = ?, tell_at = ? where municipality = ? and id = ?";

    /** Others point to it. */
    private static final int PLACE = 1;

    private static final int AFTER = 2;

    private final MunicipalSession municipal;
    private final SqlChildLinks links;
    private final ChildLocks locks;
    private final GatheredRows gathered;
    private final Remembered<Pseudonym, Filed> remembered;

    NotificationRepository(
            MunicipalSession municipal,
            SqlChildLinks links,
            ChildLocks locks,
            GatheredRows gathered,
            TransactionSynchronizationRegistry transactions) {
        this.municipal = municipal;
        this.links = links;
        this.locks = locks;
        this.gathered = gathered;
        this.remembered = new Remembered<>(transactions);
    }

    @Override
    public Optional<NotificationId> add(Notification notification, Next next) {
        lock(notification);
        Optional<NotificationEntity> known = find(
                        "municipality = ?1 and pseudonym = ?2 and notifier = ?3 and receivedAt = ?4",
                        notification.municipality().number(),
                        notification.child().bytes(),
                        notification.notifier(),
                        notification.receivedAt())
                .firstResultOptional();
        if (known.isEmpty()) {
            persistAndFlush(new NotificationEntity(notification, next));
        }
        return known.map(row -> new NotificationId(row.id()));
    }

    @Override
    public void expect(MunicipalityCode municipality, Set<Pseudonym> children) {
        municipal.see(municipality);
        locks.all(municipality, ChildLocks.Kind.NOTIFICATIONS);
        remembered.begin(children);
        Parts.of(children.stream().map(Pseudonym::bytes).toList())
                .flatMap(part ->
                        filed(municipality, fresh(find(OF_CHILDREN, municipality.number(), part).stream())).stream())
                .forEach(filed -> remembered.change(filed.notification().child(), known -> with(known, filed)));
        gathered.begin(municipality);
    }

    private static List<Filed> with(List<Filed> known, Filed another) {
        return Stream.concat(known.stream(), Stream.of(another))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public void write() {
        gathered.write();
    }

    @Override
    public void addDelivered(Notification notification, Next next) {
        gathered.add(PLACE, new NotificationEntity(notification, next));
        remembered.change(notification.child(), known -> with(known, new Filed(notification, List.of(), List.of(), 0)));
    }

    private void lock(Notification notification) {
        municipal.see(notification.municipality());
        locks.one(notification.municipality(), notification.child().bytes(), ChildLocks.Kind.NOTIFICATIONS);
    }

    @Override
    public Optional<Filed> find(MunicipalityCode municipality, NotificationId id) {
        municipal.see(municipality);
        return filed(
                        municipality,
                        fresh(find("municipality = ?1 and id = ?2", municipality.number(), id.value()).stream()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Filed> ofChild(Notification notification) {
        return remembered
                .of(notification.child())
                .orElseGet(() -> ofChild(notification.municipality(), notification.child()));
    }

    @Override
    public List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child) {
        municipal.see(municipality);
        return filed(
                municipality,
                fresh(find(
                        "municipality = ?1 and pseudonym = ?2 order by receivedAt desc, id",
                        municipality.number(),
                        child.bytes())
                        .stream()));
    }

    @Override
    public List<Notification> received(MunicipalityCode municipality, Instant from, Instant before) {
        municipal.see(municipality);
        return fresh(find(
                        "municipality = ?1 and receivedAt >= ?2 and receivedAt < ?3",
                        municipality.number(),
                        from,
                        before)
                        .stream())
                .stream()
                .map(NotificationEntity::notification)
                .toList();
    }

    /** Never a row that was read before in the same transaction. */
    private List<NotificationEntity> fresh(Stream<NotificationEntity> rows) {
        List<NotificationEntity> found = rows.toList();
        found.forEach(getEntityManager()::detach);
        return found;
    }

    private List<Filed> filed(MunicipalityCode municipality, List<NotificationEntity> rows) {
        List<UUID> ids = rows.stream().map(NotificationEntity::id).toList();
        return filed(municipality, rows, "notification in :ids", Map.of("ids", ids));
    }

    /**
     * What was done about these.
     *
     * @param those which rows of steps and escalations are theirs
     */
    private List<Filed> filed(
            MunicipalityCode municipality, List<NotificationEntity> rows, String those, Map<String, Object> with) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Step>> steps = parts(StepEntity.class, municipality, those + " order by number", with)
                .collect(Collectors.groupingBy(
                        StepEntity::notification, Collectors.mapping(StepEntity::step, Collectors.toList())));
        Map<UUID, List<Escalation>> told = parts(EscalationEntity.class, municipality, those + " order by at", with)
                .collect(Collectors.groupingBy(
                        EscalationEntity::notification,
                        Collectors.mapping(EscalationEntity::escalation, Collectors.toList())));
        return rows.stream()
                .map(row -> new Filed(
                        row.notification(),
                        steps.getOrDefault(row.id(), List.of()),
                        told.getOrDefault(row.id(), List.of()),
                        row.version()))
                .toList();
    }

    private <T> Stream<T> parts(Class<T> type, MunicipalityCode municipality, String those, Map<String, Object> with) {
        SelectionQuery<T> query = getSession()
                .createSelectionQuery(
                        "from " + type.getSimpleName() + " where municipality = :municipality and " + those, type)
                .setParameter("municipality", municipality.number());
        with.forEach(query::setParameter);
        return query.getResultList().stream();
    }

    @Override
    public boolean step(Notification notification, Step step, Next next, int version) {
        if (!advance(notification, next, version)) {
            return false;
        }
        update(
                "responsible = ?1 where municipality = ?2 and id = ?3 and responsible is null",
                step.by().value(),
                notification.municipality().number(),
                notification.id().value());
        Long before = getSession()
                .createSelectionQuery(
                        "select count(*) from StepEntity where municipality = :municipality and notification = :id",
                        Long.class)
                .setParameter("municipality", notification.municipality().number())
                .setParameter("id", notification.id().value())
                .getSingleResult();
        getEntityManager().persist(new StepEntity(notification, before.intValue() + 1, step));
        getEntityManager().flush();
        return true;
    }

    private boolean advance(Notification notification, Next next, int version) {
        municipal.see(notification.municipality());
        return update(
                        "nextDue = ?1, tellAt = ?2, doneAt = ?3, version = version + 1 "
                                + "where municipality = ?4 and id = ?5 and version = ?6",
                        next.due().orElse(null),
                        next.tell().orElse(null),
                        next.done().orElse(null),
                        notification.municipality().number(),
                        notification.id().value(),
                        version)
                == 1;
    }

    @Override
    public boolean join(Notification notification, Notification with, int version) {
        NotificationId first = earlier(notification, with);
        if (!incident(notification, first, version)) {
            return false;
        }
        update(
                "incident = ?1, version = version + 1 where municipality = ?2 and incident in (?3, ?4) and incident <> ?1",
                first.value(),
                notification.municipality().number(),
                notification.incident().value(),
                with.incident().value());
        return true;
    }

    /** Of the first notifications of two incidents the one that arrived first. */
    private NotificationId earlier(Notification one, Notification other) {
        Optional<Notification> first = find(one.municipality(), one.incident()).map(Filed::notification);
        Optional<Notification> second =
                find(other.municipality(), other.incident()).map(Filed::notification);
        boolean oneIsEarlier = first.isPresent()
                && second.filter(each -> !first.get().receivedAt().isBefore(each.receivedAt()))
                        .isEmpty();
        return oneIsEarlier ? one.incident() : other.incident();
    }

    @Override
    public boolean separate(Notification notification, int version) {
        return incident(notification, notification.id(), version);
    }

    private boolean incident(Notification notification, NotificationId incident, int version) {
        municipal.see(notification.municipality());
        return update(
                        "incident = ?1, version = version + 1 where municipality = ?2 and id = ?3 and version = ?4",
                        incident.value(),
                        notification.municipality().number(),
                        notification.id().value(),
                        version)
                == 1;
    }

    @Override
    public void escalate(Notification notification, Escalation escalation, Next next) {
        gathered.begin(notification.municipality());
        gathered.add(AFTER, new EscalationEntity(notification, escalation));
        reckon(notification, next);
    }

    @Override
    public void reckon(Notification notification, Next next) {
        gathered.begin(notification.municipality());
        gathered.add(AFTER, RECKON, row -> {
            row.setObject(1, utc(next.due()), Types.TIMESTAMP_WITH_TIMEZONE);
            row.setObject(2, utc(next.tell()), Types.TIMESTAMP_WITH_TIMEZONE);
            row.setShort(3, notification.municipality().number());
            row.setObject(4, notification.id().value());
        });
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    @Override
    public List<Listing> list(MunicipalityCode municipality, Optional<Place> after, int limit) {
        municipal.see(municipality);
        Stream<NotificationEntity> rows = after
                .map(place -> find(
                                OPEN
                                        + " and (coalesce(nextDue, ?2) > ?3 or (coalesce(nextDue, ?2) = ?3 and id > ?4))"
                                        + ORDER,
                                municipality.number(),
                                NEVER,
                                place.due().isAfter(NEVER) ? NEVER : place.due(),
                                place.id().value())
                        .page(0, limit))
                .orElseGet(
                        () -> find(OPEN + ORDER, municipality.number(), NEVER).page(0, limit))
                .stream();
        List<NotificationEntity> found = fresh(rows);
        List<Filed> filed = filed(municipality, found);
        Set<NotificationId> linked = links.withOthersOpen(
                municipality,
                filed.stream().map(each -> each.notification().id()).toList());
        return java.util.stream.IntStream.range(0, found.size())
                .mapToObj(i -> new Listing(
                        filed.get(i).notification(),
                        found.get(i).nextDue(),
                        filed.get(i).screened().isPresent(),
                        filed.get(i).escalations().stream().anyMatch(each -> each.level() == Escalation.Level.OVERDUE),
                        linked.contains(filed.get(i).notification().id())))
                .toList();
    }

    @Override
    public Waiting waiting(MunicipalityCode municipality, Instant now) {
        municipal.see(municipality);
        long open = count(OPEN, municipality.number());
        long overdue = count(OPEN + " and nextDue < ?2", municipality.number(), now);
        Optional<Instant> next = find(OPEN + " and nextDue is not null order by nextDue", municipality.number())
                .firstResultOptional()
                .flatMap(NotificationEntity::nextDue);
        return new Waiting(open, overdue, next);
    }

    @Override
    public List<Filed> toTell(MunicipalityCode municipality, Instant now, int most) {
        municipal.see(municipality);
        return filed(
                municipality,
                fresh(getSession()
                        .createSelectionQuery(
                                "from NotificationEntity where municipality = :municipality and doneAt is null"
                                        + " and tellAt <= :now order by tellAt, id",
                                NotificationEntity.class)
                        .setParameter("municipality", municipality.number())
                        .setParameter("now", now)
                        .setMaxResults(most)
                        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                        .getResultStream()));
    }

    @Override
    public boolean anyToTell(MunicipalityCode municipality, Instant now) {
        municipal.see(municipality);
        return find(OPEN + " and tellAt <= ?2", municipality.number(), now)
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    @Override
    public List<Filed> filed(MunicipalityCode municipality, Instant from, Instant until) {
        municipal.see(municipality);
        List<NotificationEntity> rows = fresh(find(
                "municipality = ?1 and receivedAt >= ?2 and receivedAt < ?3 order by receivedAt, id",
                municipality.number(),
                from,
                until)
                .stream());
        // A month of a large municipality is more than a statement has room for.
        return filed(municipality, rows, RECEIVED, Map.of("from", from, "until", until));
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return getSession()
                .createNativeQuery("select code from notified() n(code)", Short.class)
                .getResultList()
                .stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    @Override
    public List<NotificationId> eraseDone(MunicipalityCode municipality, Instant before) {
        municipal.see(municipality);
        return getSession()
                .createNativeQuery(
                        "delete from notification where municipality = :municipality and done_at <= :before"
                                + Halting.unlessHalted("notification.pseudonym", ":municipality") + " returning id",
                        UUID.class)
                .setParameter("municipality", municipality.number())
                .setParameter("before", before)
                .getResultList()
                .stream()
                .map(NotificationId::new)
                .toList();
    }
}
