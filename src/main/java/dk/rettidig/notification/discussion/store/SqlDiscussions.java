package dk.rettidig.notification.discussion.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.discussion.ActionKind;
import dk.rettidig.notification.discussion.Discussion;
import dk.rettidig.notification.discussion.Discussions;
import dk.rettidig.notification.discussion.Outcome;
import dk.rettidig.notification.discussion.ShownFigure;
import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.PublishedFigures.Issue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Discussions, actions and how they ended: rows that are inserted once, never changed, and erased when their time is over. */
@ApplicationScoped
class SqlDiscussions implements Discussions {

    private static final String DISCUSSIONS =
            "select d.id, d.edition, d.dimension, d.category, d.measure, d.seen, d.opened_at, e.published_at, e.margin,"
                    + " e.whole, f.figure from figure_discussion d"
                    + " join notification_edition e on e.municipality = d.municipality and e.edition = d.edition"
                    + " join notification_figure f on f.municipality = d.municipality and f.edition = d.edition"
                    + " and f.dimension = d.dimension and f.category = d.category and f.measure = d.measure"
                    + " where d.municipality = :municipality";

    private static final String ACTIONS =
            "select a.discussion, a.id, a.kind, a.notifier, a.institution, a.note, a.responsible, cast(a.due as text) as due, a.planned_at,"
                    + " e.outcome, cast(e.day as text) as day, e.reason, e.ended_at from figure_action a"
                    + " left join figure_action_end e on e.municipality = a.municipality and e.action = a.id"
                    + " where a.municipality = :municipality";

    private static final String BY_DUE = " order by a.due, a.planned_at, a.id";

    private final EntityManager manager;

    SqlDiscussions(EntityManager manager) {
        this.manager = manager;
    }

    private Session session() {
        return manager.unwrap(Session.class);
    }

    @Override
    public void add(Discussion discussion) {
        Cell cell = discussion.shown().cell();
        session()
                .createNativeMutationQuery("insert into figure_discussion "
                        + "(municipality, id, edition, dimension, category, measure, seen, opened_at) "
                        + "values (:municipality, :id, :edition, :dimension, :category, :measure, :seen, :at)")
                .setParameter("municipality", discussion.municipality().number())
                .setParameter("id", discussion.id())
                .setParameter("edition", discussion.shown().issue().edition().name())
                .setParameter("dimension", cell.dimension().id())
                .setParameter("category", cell.category())
                .setParameter("measure", cell.measure().id())
                .setParameter("seen", discussion.seen())
                .setParameter("at", discussion.openedAt())
                .executeUpdate();
    }

    @Override
    public void add(MunicipalityCode municipality, UUID discussion, Discussion.Planned action) {
        session()
                .createNativeMutationQuery("insert into figure_action (municipality, id, discussion, kind, notifier,"
                        + " institution, note, responsible, due, planned_at) values (:municipality, :id, :discussion,"
                        + " :kind, :notifier, :institution, :note, :responsible, :due, :at)")
                .setParameter("municipality", municipality.number())
                .setParameter("id", action.id())
                .setParameter("discussion", discussion)
                .setParameter("kind", action.kind().id())
                .setParameter("notifier", action.notifier())
                .setParameter("institution", action.institution())
                .setParameter("note", action.note())
                .setParameter("responsible", action.responsible())
                .setParameter("due", action.due())
                .setParameter("at", action.plannedAt())
                .executeUpdate();
    }

    @Override
    public boolean end(MunicipalityCode municipality, UUID action, Discussion.End end) {
        return session()
                        .createNativeMutationQuery(
                                "insert into figure_action_end (municipality, action, outcome, day, reason, ended_at)"
                                        + " values (:municipality, :action, :outcome, :day, :reason, :at)"
                                        + " on conflict do nothing")
                        .setParameter("municipality", municipality.number())
                        .setParameter("action", action)
                        .setParameter("outcome", end.outcome().id())
                        .setParameter("day", end.day())
                        .setParameter("reason", end.reason())
                        .setParameter("at", end.endedAt())
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Discussion> all(MunicipalityCode municipality) {
        Map<UUID, List<Discussion.Planned>> actions = actions(asked(ACTIONS + BY_DUE, municipality));
        return asked(DISCUSSIONS + " order by d.opened_at desc, d.id", municipality).getResultList().stream()
                .map(row -> discussion(municipality, row, actions))
                .toList();
    }

    @Override
    public Optional<Discussion> find(MunicipalityCode municipality, UUID id) {
        return asked(DISCUSSIONS + " and d.id = :id", municipality).setParameter("id", id).getResultList().stream()
                .map(row -> discussion(
                        municipality,
                        row,
                        actions(asked(ACTIONS + " and a.discussion = :id" + BY_DUE, municipality)
                                .setParameter("id", id))))
                .findFirst();
    }

    private NativeQuery<Tuple> asked(String sql, MunicipalityCode municipality) {
        return session().createNativeQuery(sql, Tuple.class).setParameter("municipality", municipality.number());
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return session()
                .createNativeQuery("select distinct municipality from figure_discussion order by 1", Short.class)
                .getResultList()
                .stream()
                .map(MunicipalityCode::of)
                .toList();
    }

    @Override
    public List<UUID> eraseEnded(MunicipalityCode municipality, Instant before) {
        return session()
                .createNativeQuery(
                        "select gone from erase_figure_discussions(:municipality, :before) g(gone)", UUID.class)
                .setParameter("municipality", municipality.number())
                .setParameter("before", before)
                .getResultList();
    }

    private static Discussion discussion(
            MunicipalityCode municipality, Tuple row, Map<UUID, List<Discussion.Planned>> actions) {
        UUID id = row.get("id", UUID.class);
        Issue issue = new Issue(
                Edition.parse(row.get("edition", String.class)).orElseThrow(),
                row.get("published_at", Instant.class),
                row.get("margin", Long.class),
                row.get("whole", Boolean.class));
        Cell cell = new Cell(
                Measure.parse(row.get("measure", String.class)).orElseThrow(),
                Dimension.parse(row.get("dimension", String.class)).orElseThrow(),
                row.get("category", String.class));
        return new Discussion(
                id,
                municipality,
                new ShownFigure(issue, cell, row.get("figure", Long.class)),
                row.get("seen", String.class),
                row.get("opened_at", Instant.class),
                actions.getOrDefault(id, List.of()));
    }

    private static Map<UUID, List<Discussion.Planned>> actions(NativeQuery<Tuple> asked) {
        Map<UUID, List<Discussion.Planned>> actions = new HashMap<>();
        asked.getResultList()
                .forEach(row -> actions.computeIfAbsent(row.get("discussion", UUID.class), first -> new ArrayList<>())
                        .add(planned(row)));
        return actions;
    }

    private static Discussion.Planned planned(Tuple row) {
        return new Discussion.Planned(
                row.get("id", UUID.class),
                ActionKind.parse(row.get("kind", String.class)).orElseThrow(),
                row.get("notifier", String.class),
                row.get("institution", String.class),
                row.get("note", String.class),
                row.get("responsible", String.class),
                LocalDate.parse(row.get("due", String.class)),
                row.get("planned_at", Instant.class),
                Optional.ofNullable(row.get("outcome", String.class))
                        .map(outcome -> new Discussion.End(
                                Outcome.parse(outcome).orElseThrow(),
                                LocalDate.parse(row.get("day", String.class)),
                                row.get("reason", String.class),
                                row.get("ended_at", Instant.class))));
    }
}
