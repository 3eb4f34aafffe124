package dk.rettidig.notification.statistics.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.notification.statistics.Edition;
import dk.rettidig.notification.statistics.Measure;
import dk.rettidig.notification.statistics.PublishedFigures;
import dk.rettidig.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** Editions and figures: rows that are inserted once and never changed. */
@ApplicationScoped
class SqlPublishedFigures implements PublishedFigures {

    private final EntityManager manager;

    SqlPublishedFigures(EntityManager manager) {
        this.manager = manager;
    }

    private Session session() {
        return manager.unwrap(Session.class);
    }

    @Override
    public Map<MunicipalityCode, LocalDate> since() {
        Map<MunicipalityCode, LocalDate> since = new LinkedHashMap<>();
        session()
                .createNativeQuery("select code, since from notified_since() n(code, since) order by code", Tuple.class)
                .getResultList()
                .forEach(row ->
                        since.put(MunicipalityCode.of(row.get(0, Short.class)), Words.day(row.get(1, Instant.class))));
        return since;
    }

    @Override
    public List<String> names(MunicipalityCode municipality) {
        return session()
                .createNativeQuery(
                        "select edition from notification_edition where municipality = :municipality", String.class)
                .setParameter("municipality", municipality.number())
                .getResultList();
    }

    @Override
    public boolean add(MunicipalityCode municipality, Issue issue, Map<Cell, Long> figures) {
        int added = session()
                .createNativeMutationQuery(
                        "insert into notification_edition "
                                + "(municipality, edition, last_day, period, published_at, margin, whole) "
                                + "values (:municipality, :edition, :last, :period, :at, :margin, :whole) on conflict do nothing")
                .setParameter("municipality", municipality.number())
                .setParameter("edition", issue.edition().name())
                .setParameter("last", issue.edition().last())
                .setParameter("period", issue.edition().period().id())
                .setParameter("at", issue.publishedAt())
                .setParameter("margin", issue.margin())
                .setParameter("whole", issue.whole())
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        List<Cell> cells = List.copyOf(figures.keySet());
        session()
                .createNativeMutationQuery("insert into notification_figure "
                        + "(municipality, edition, dimension, category, measure, figure) "
                        + "select :municipality, :edition, d, c, m, f from unnest(cast(:dimensions as text[]), "
                        + "cast(:categories as text[]), cast(:measures as text[]), cast(:figures as bigint[])) "
                        + "as given (d, c, m, f)")
                .setParameter("municipality", municipality.number())
                .setParameter("edition", issue.edition().name())
                .setParameter(
                        "dimensions", texts(cells, cell -> cell.dimension().id()))
                .setParameter("categories", texts(cells, Cell::category))
                .setParameter("measures", texts(cells, cell -> cell.measure().id()))
                .setParameter("figures", cells.stream().map(figures::get).toArray(Long[]::new))
                .executeUpdate();
        return true;
    }

    private static String[] texts(List<Cell> cells, java.util.function.Function<Cell, String> text) {
        return cells.stream().map(text).toArray(String[]::new);
    }

    @Override
    public List<Issue> issues(MunicipalityCode municipality, Edition.Period period, int most) {
        return session()
                .createNativeQuery(
                        "select edition, published_at, margin, whole from notification_edition "
                                + "where municipality = :municipality and period = :period order by last_day desc",
                        Tuple.class)
                .setParameter("municipality", municipality.number())
                .setParameter("period", period.id())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Issue(
                        Edition.parse(row.get(0, String.class)).orElseThrow(),
                        row.get(1, Instant.class),
                        row.get(2, Long.class),
                        row.get(3, Boolean.class)))
                .toList();
    }

    @Override
    public Map<String, Map<Cell, Long>> figures(
            MunicipalityCode municipality, List<Issue> issues, Dimension dimension) {
        Map<String, Map<Cell, Long>> figures = new HashMap<>();
        if (issues.isEmpty()) {
            return figures;
        }
        session()
                .createNativeQuery(
                        "select edition, measure, category, figure from notification_figure "
                                + "where municipality = :municipality and dimension = :dimension and edition in (:editions)",
                        Tuple.class)
                .setParameter("municipality", municipality.number())
                .setParameter("dimension", dimension.id())
                .setParameter(
                        "editions",
                        issues.stream().map(issue -> issue.edition().name()).toList())
                .getResultList()
                .forEach(row -> figures.computeIfAbsent(row.get(0, String.class), first -> new HashMap<>())
                        .put(
                                new Cell(
                                        Measure.parse(row.get(1, String.class)).orElseThrow(),
                                        dimension,
                                        row.get(2, String.class)),
                                row.get(3, Long.class)));
        return figures;
    }

    @Override
    public Optional<Instant> newest(MunicipalityCode municipality) {
        return session()
                .createNativeQuery(
                        "select max(published_at) from notification_edition where municipality = :municipality",
                        Instant.class)
                .setParameter("municipality", municipality.number())
                .uniqueResultOptional();
    }
}
