package dk.rettidig.notification.comparison.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.notification.comparison.AreaFigure;
import dk.rettidig.notification.comparison.ComparedAs;
import dk.rettidig.notification.comparison.Comparisons;
import dk.rettidig.notification.comparison.YearFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Loads and their figures: rows that are inserted once and never changed. */
@ApplicationScoped
class SqlComparisons implements Comparisons {

    private final EntityManager manager;

    SqlComparisons(EntityManager manager) {
        this.manager = manager;
    }

    private Session session() {
        return manager.unwrap(Session.class);
    }

    @Override
    public void add(YearFigures figures) {
        session()
                .createNativeMutationQuery("insert into comparison_load (municipality, id, year, source, loaded_at) "
                        + "values (:municipality, :id, :year, :source, :at)")
                .setParameter("municipality", figures.owner().number())
                .setParameter("id", figures.id())
                .setParameter("year", (short) figures.year())
                .setParameter("source", figures.source())
                .setParameter("at", figures.loadedAt())
                .executeUpdate();
        List<AreaFigure> areas = figures.areas();
        session()
                .createNativeMutationQuery("insert into comparison_figure "
                        + "(municipality, load, area, compared_as, notifications, children) "
                        + "select :municipality, :load, a, c, n, k from unnest(cast(:areas as smallint[]), "
                        + "cast(:as as text[]), cast(:notifications as bigint[]), cast(:children as bigint[])) "
                        + "as given (a, c, n, k)")
                .setParameter("municipality", figures.owner().number())
                .setParameter("load", figures.id())
                .setParameter(
                        "areas",
                        areas.stream().map(area -> area.municipality().number()).toArray(Short[]::new))
                .setParameter("as", areas.stream().map(area -> area.as().id()).toArray(String[]::new))
                .setParameter(
                        "notifications",
                        areas.stream().map(AreaFigure::notifications).toArray(Long[]::new))
                .setParameter(
                        "children", areas.stream().map(AreaFigure::children).toArray(Long[]::new))
                .executeUpdate();
    }

    @Override
    public List<Integer> years(MunicipalityCode owner) {
        return session()
                .createNativeQuery(
                        "select distinct year from comparison_load where municipality = :municipality "
                                + "order by year desc",
                        Short.class)
                .setParameter("municipality", owner.number())
                .getResultList()
                .stream()
                .map(Short::intValue)
                .toList();
    }

    @Override
    public Optional<YearFigures> find(MunicipalityCode owner, int year) {
        return session()
                .createNativeQuery(
                        "select id, source, loaded_at from comparison_load "
                                + "where municipality = :municipality and year = :year order by loaded_at desc, id limit 1",
                        Tuple.class)
                .setParameter("municipality", owner.number())
                .setParameter("year", (short) year)
                .uniqueResultOptional()
                .map(row -> new YearFigures(
                        row.get(0, UUID.class),
                        owner,
                        year,
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        areas(owner, row.get(0, UUID.class))));
    }

    private List<AreaFigure> areas(MunicipalityCode owner, UUID load) {
        return session()
                .createNativeQuery(
                        "select area, compared_as, notifications, children from comparison_figure "
                                + "where municipality = :municipality and load = :load order by area",
                        Tuple.class)
                .setParameter("municipality", owner.number())
                .setParameter("load", load)
                .getResultList()
                .stream()
                .map(row -> new AreaFigure(
                        MunicipalityCode.of(row.get(0, Short.class)),
                        ComparedAs.parse(row.get(1, String.class)).orElseThrow(),
                        row.get(2, Long.class),
                        row.get(3, Long.class)))
                .toList();
    }
}
