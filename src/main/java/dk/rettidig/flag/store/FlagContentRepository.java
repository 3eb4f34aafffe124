package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Run;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.MunicipalSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what a flag rests on, and, once the database lets it, how strong it is. */
@ApplicationScoped
@Transactional
class FlagContentRepository implements PanacheRepositoryBase<FlagContentEntity, FlagKey> {

    private final MunicipalSession municipal;
    private final RunRepository runs;
    private final StrengthBox strengths;
    private final IndicatorCatalogue catalogue;

    FlagContentRepository(
            MunicipalSession municipal, RunRepository runs, StrengthBox strengths, IndicatorCatalogue catalogue) {
        this.municipal = municipal;
        this.runs = runs;
        this.strengths = strengths;
        this.catalogue = catalogue;
    }

    /** Empty when the content is erased. */
    Optional<FlagFacts> facts(FlagListing flag) {
        municipal.see(flag.municipality());
        FlagContentEntity content =
                findById(new FlagKey(flag.municipality().number(), flag.id().value()));
        getEntityManager().detach(content);
        byte[] pseudonym = content.pseudonym();
        if (pseudonym == null) {
            return Optional.empty();
        }
        Run run = runs.find(flag.run()).orElseThrow();
        return Optional.of(new FlagFacts(
                flag,
                Pseudonym.of(pseudonym),
                run.request().asOf(),
                run.request().model().toString(),
                values(flag),
                ids(content.missing()),
                ids(content.retracted()),
                ids(content.stale())));
    }

    /** Empty while nobody has sealed a view of the flag, and when the content is erased. */
    Optional<FlagStrength> strength(MunicipalityCode municipality, FlagId flag) {
        municipal.see(municipality);
        FlagStrengthEntity.Key key = new FlagStrengthEntity.Key(municipality.number(), flag.value());
        return Optional.ofNullable(getEntityManager().find(FlagStrengthEntity.class, key))
                .map(row -> strengths.open(flag, row.sealed()));
    }

    private List<FlagFacts.Fact> values(FlagListing flag) {
        return getSession()
                .createSelectionQuery("from FlagFactEntity where municipality = ?1 and flag = ?2", FlagFactEntity.class)
                .setParameter(1, flag.municipality().number())
                .setParameter(2, flag.id().value())
                .getResultList()
                .stream()
                .map(row -> row.fact(id(row.indicator())))
                .sorted(Comparator.comparing(FlagFacts.Fact::indicator))
                .toList();
    }

    private List<IndicatorId> ids(short[] codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(n -> id(codes[n]))
                .sorted()
                .toList();
    }

    private IndicatorId id(short code) {
        return catalogue.withCode(code).orElseThrow().id();
    }
}
