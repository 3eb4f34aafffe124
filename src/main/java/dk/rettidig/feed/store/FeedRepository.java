package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.Feeds;
import dk.rettidig.indicator.IndicatorId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feed agreements; steps and reading as with {@link RegistryKeyRepository}. */
@ApplicationScoped
@Transactional
class FeedRepository implements Feeds, PanacheRepositoryBase<FeedEntity, String> {

    private static final String INSERT = "insert into FeedEntity (id, municipality, registry, sourceKind, indicators, "
            + "basis, phase, scopeKind, synthetic, domainSource, delimiter, decimalMark, maximumAgeDays, state, proposedBy, proposedAt) "
            + "values (:id, :municipality, :registry, :sourceKind, :indicators, :basis, :phase, :scopeKind, :synthetic, "
            + ":domainSource, :delimiter, :decimalMark, :maximumAgeDays, 'proposed', :proposedBy, :proposedAt) on conflict do nothing";

    @Override
    public Optional<Feed> find(FeedId id) {
        return findByIdOptional(id.value()).map(this::read);
    }

    @Override
    public List<Feed> of(MunicipalityCode municipality) {
        return list("municipality", Sort.by("id"), municipality.number()).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean propose(Feed feed, Instant at) {
        return getSession()
                        .createMutationQuery(INSERT)
                        .setParameter("id", feed.id().value())
                        .setParameter("municipality", feed.municipality().number())
                        .setParameter("registry", feed.registry().value())
                        .setParameter("sourceKind", feed.sourceKind())
                        .setParameter("indicators", indicators(feed))
                        .setParameter("basis", feed.basis().value())
                        .setParameter("phase", feed.phase().id())
                        .setParameter("scopeKind", feed.scope().id())
                        .setParameter("synthetic", feed.synthetic())
                        .setParameter("domainSource", feed.source().orElse(null))
                        .setParameter("delimiter", feed.csv().delimiter())
                        .setParameter("decimalMark", feed.csv().decimalMark())
                        .setParameter("maximumAgeDays", feed.maximumAgeDays())
                        .setParameter(
                                "proposedBy", feed.registration().proposedBy().value())
                        .setParameter("proposedAt", at)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean approve(FeedId id, ActorName by, Instant at) {
        return update(
                        "state = 'approved', approvedBy = :by, approvedAt = :at "
                                + "where id = :id and state = 'proposed' and proposedBy <> :by",
                        Parameters.with("id", id.value()).and("by", by.value()).and("at", at))
                == 1;
    }

    @Override
    public boolean claimSource(Feed feed) {
        String source = feed.source().orElseThrow();
        getSession()
                .createNativeMutationQuery("insert into pseudonym_source (municipality, source, registry)"
                        + " values (:municipality, :source, :registry) on conflict do nothing")
                .setParameter("municipality", feed.municipality().number())
                .setParameter("source", source)
                .setParameter("registry", feed.registry().value())
                .executeUpdate();
        return getSession()
                .createNativeQuery(
                        "select registry from pseudonym_source where municipality = :municipality and source = :source",
                        String.class)
                .setParameter("municipality", feed.municipality().number())
                .setParameter("source", source)
                .getSingleResult()
                .equals(feed.registry().value());
    }

    private static String[] indicators(Feed feed) {
        return feed.indicators().stream().map(IndicatorId::value).sorted().toArray(String[]::new);
    }

    private Feed read(FeedEntity row) {
        getEntityManager().detach(row);
        return row.feed();
    }
}
