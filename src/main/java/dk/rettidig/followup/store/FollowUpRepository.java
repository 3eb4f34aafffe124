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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;

/** Follow-ups with who was told, how they were closed and which measures are on record. */
@ApplicationScoped
@Transactional
class FollowUpRepository implements FollowUps, PanacheRepositoryBase<FollowUpEntity, FollowUpEntity.Key> {

    private static final String OF_CHILDREN = "municipality = ?1 and pseudonym in ?2 order by listedAt, id";

    private static final Comparator<Filed> ORDER = Comparator.comparing(
                    (Filed filed) -> filed.followUp().listedAt())
            .thenComparing(filed -> filed.followUp().id().toString());

    private static final String OPEN = "municipality = ?1 and state = 'open'";

    private static final String CHANGE = """
        update follow_up set reasons = ?, notifications = ?, responsible = ?, state = ?, opening = ?, listed_at = ?,
            latest_at = ?, tell_at = ?, back_at = ?, measure_kind = ?, measure_from = ?, measure_to = ?,
            version = version + 1
        where municipality = ? and id = ?
        """;

    private static final String TELL = """
        insert into follow_up_telling (municipality, follow_up, opening, step, occasion, told, due, at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    private static final String RECKON = "update follow_up set tell_at = ? where municipality = ? and id = ?";

    /** Measures of the new one may have come with deliveries that were looked at. */
    private static final String LOOK_AGAIN = "delete from follow_up_looked where municipality = ?";

    /** Tellings and changes come after what they are about. */
    private static final int NEW = 1;

    private static final int AFTER = 2;

    private final MunicipalSession municipal;
    private final ChildLocks locks;
    private final GatheredRows gathered;
    private final Remembered<Pseudonym, Filed> remembered;

    FollowUpRepository(
            MunicipalSession municipal,
            ChildLocks locks,
            GatheredRows gathered,
            TransactionSynchronizationRegistry transactions) {
        this.municipal = municipal;
        this.locks = locks;
        this.gathered = gathered;
        this.remembered = new Remembered<>(transactions);
    }

    @Override
    public void hold(MunicipalityCode municipality, Pseudonym child) {
        if (remembered.of(child).isEmpty()) {
            municipal.see(municipality);
            locks.one(municipality, child.bytes(), ChildLocks.Kind.FOLLOW_UP);
        }
    }

    @Override
    public void expect(MunicipalityCode municipality, Set<Pseudonym> children) {
        municipal.see(municipality);
        locks.all(municipality, ChildLocks.Kind.FOLLOW_UP);
        remember(municipality, children);
        gathered.add(AFTER, LOOK_AGAIN, row -> row.setShort(1, municipality.number()));
    }

    @Override
    public void write() {
        gathered.write();
    }

    /** Reads at once what is on file about them; the caller holds the municipality, or the rows that it will write. */
    private void remember(MunicipalityCode municipality, Set<Pseudonym> children) {
        remembered.begin(children);
        Parts.of(children.stream().map(Pseudonym::bytes).toList())
                .flatMap(part -> filed(municipality, list(OF_CHILDREN, municipality.number(), part)).stream())
                .forEach(this::remember);
        gathered.begin(municipality);
    }

    private void remember(Filed filed) {
        remembered.change(
                filed.followUp().child(),
                known -> Stream.concat(
                                known.stream()
                                        .filter(each -> !each.followUp()
                                                .id()
                                                .equals(filed.followUp().id())),
                                Stream.of(filed))
                        .sorted(ORDER)
                        .toList());
    }

    /** Whether what is written about the child is gathered. */
    private boolean gathers(FollowUp followUp) {
        return gathered.gathers(followUp.municipality())
                && remembered.of(followUp.child()).isPresent();
    }

    @Override
    public void add(FollowUp followUp, Optional<Instant> tell) {
        FollowUpEntity row = new FollowUpEntity(followUp, tell);
        if (gathers(followUp)) {
            gathered.add(NEW, row);
            remember(new Filed(followUp, List.of(), List.of(), List.of(), 0));
        } else {
            municipal.see(followUp.municipality());
            persistAndFlush(row);
            write(LOOK_AGAIN, look -> look.setShort(1, followUp.municipality().number()));
        }
    }

    @Override
    public List<Filed> ofChild(MunicipalityCode municipality, Pseudonym child) {
        return remembered.of(child).orElseGet(() -> {
            municipal.see(municipality);
            return filed(municipality, list(OF_CHILDREN, municipality.number(), List.of(child.bytes())));
        });
    }

    @Override
    public Optional<Filed> find(MunicipalityCode municipality, FollowUpId id) {
        municipal.see(municipality);
        return filed(municipality, list("municipality = ?1 and id = ?2", municipality.number(), id.value())).stream()
                .findFirst();
    }

    @Override
    public void change(FollowUp followUp, Optional<Instant> tell) {
        put(followUp, CHANGE, row -> bind(row, followUp, tell));
        update(
                followUp,
                known ->
                        new Filed(followUp, known.tellings(), known.closings(), known.measures(), known.version() + 1));
    }

    private static void bind(PreparedStatement row, FollowUp followUp, Optional<Instant> tell) throws SQLException {
        Optional<Measure> measure = followUp.measure();
        row.setString(1, String.join(FollowUpEntity.BETWEEN, followUp.reasonIds()));
        row.setInt(2, followUp.notifications());
        row.setString(3, followUp.responsible().map(ActorName::value).orElse(""));
        row.setString(4, followUp.state().id());
        row.setInt(5, followUp.opening());
        row.setObject(6, utc(followUp.listedAt()));
        row.setObject(7, utc(followUp.latestAt()));
        row.setObject(8, tell.map(FollowUpRepository::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        row.setObject(9, followUp.backAt().map(FollowUpRepository::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
        row.setString(10, measure.map(Measure::kind).orElse(null));
        row.setObject(11, measure.map(Measure::from).orElse(null), Types.DATE);
        row.setObject(12, measure.flatMap(Measure::to).orElse(null), Types.DATE);
        row.setShort(13, followUp.municipality().number());
        row.setObject(14, followUp.id().value());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void reckon(FollowUp followUp, Optional<Instant> tell) {
        put(followUp, RECKON, row -> {
            row.setObject(1, tell.map(FollowUpRepository::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            row.setShort(2, followUp.municipality().number());
            row.setObject(3, followUp.id().value());
        });
    }

    @Override
    public boolean tell(FollowUp followUp, Telling telling) {
        GatheredRows.Binder row = insert -> {
            insert.setShort(1, followUp.municipality().number());
            insert.setObject(2, followUp.id().value());
            insert.setInt(3, telling.opening());
            insert.setString(4, telling.step());
            insert.setString(5, telling.occasion());
            insert.setString(6, telling.to().map(ActorName::value).orElse(null));
            insert.setObject(7, utc(telling.due()));
            insert.setObject(8, utc(telling.at()));
        };
        if (!gathers(followUp)) {
            municipal.see(followUp.municipality());
            return write(TELL, row) == 1;
        }
        boolean told = ofChild(followUp.municipality(), followUp.child()).stream()
                .filter(each -> each.followUp().id().equals(followUp.id()))
                .anyMatch(each -> each.tellings().stream().anyMatch(telling::repeats));
        if (!told) {
            gathered.add(AFTER, TELL, row);
            update(followUp, known -> known.told(telling));
        }
        return !told;
    }

    /** Writes, or gathers, what changes a row on file. */
    private void put(FollowUp followUp, String sql, GatheredRows.Binder row) {
        if (gathers(followUp)) {
            gathered.add(AFTER, sql, row);
        } else {
            municipal.see(followUp.municipality());
            write(sql, row);
        }
    }

    private int write(String sql, GatheredRows.Binder row) {
        getEntityManager().flush();
        return getSession().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                row.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    private void update(FollowUp followUp, UnaryOperator<Filed> change) {
        remembered.change(
                followUp.child(),
                known -> known.stream()
                        .map(each -> each.followUp().id().equals(followUp.id()) ? change.apply(each) : each)
                        .toList());
    }

    @Override
    public void close(FollowUp followUp, Closing closing) {
        remembered.forget(followUp.child());
        municipal.see(followUp.municipality());
        getEntityManager().persist(new ClosingEntity(followUp, closing));
        getEntityManager().flush();
    }

    @Override
    public void measure(FollowUp followUp, Measure measure, Instant seen) {
        remembered.forget(followUp.child());
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
        remembered.forget(followUp.child());
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
        List<FollowUp> due = fresh(getSession()
                        .createSelectionQuery(
                                "from FollowUpEntity where municipality = :municipality and state = 'open'"
                                        + " and tellAt <= :now order by tellAt, id",
                                FollowUpEntity.class)
                        .setParameter("municipality", municipality.number())
                        .setParameter("now", now)
                        .setMaxResults(most)
                        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                        .getResultList())
                .stream()
                .map(FollowUpEntity::followUp)
                .toList();
        remember(municipality, due.stream().map(FollowUp::child).collect(Collectors.toUnmodifiableSet()));
        return due.stream()
                .flatMap(each -> ofChild(municipality, each.child()).stream()
                        .filter(filed -> filed.followUp().id().equals(each.id())))
                .toList();
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
