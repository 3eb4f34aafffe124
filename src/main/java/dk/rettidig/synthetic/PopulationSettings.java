package dk.rettidig.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a synthetic population depends on: equal settings give equal children and equal bytes.
 *
 * @param seed 0 to 999,999,999, so that no seed can be mistaken for a CPR number
 * @param asOf the latest as-of day; {@link #day} is the cohort's own
 * @param municipalities those that were asked for; {@link #made} says which are made
 * @param scopeDays the longest a notified child stays in scope, in days; that of the legal basis in use
 * @param yearsBefore 0 for the population as of {@code asOf}; else the same families so many years earlier
 * @param published whether the year before {@link #day} is calibrated to what is published of it ({@link NationalYear})
 */
public record PopulationSettings(
        long seed,
        LocalDate asOf,
        List<SyntheticMunicipality> municipalities,
        Set<Defect> defects,
        int scopeDays,
        int yearsBefore,
        boolean published) {

    /** Seed of the demonstration. */
    public static final long DEFAULT_SEED = 42;
    /** As-of day when none is given; fixed, so that the default population is the same for ever. */
    public static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 11, 1);
    /** Size of the invented municipality when none is given: that of the median municipality. */
    public static final int DEFAULT_CHILDREN = 8_000;
    /** Four months: barnets lov § 20(3)'s longest time for a children's assessment. */
    public static final int DEFAULT_SCOPE_DAYS = 120;

    /** The most years that a history goes back. */
    public static final int MOST_YEARS_BEFORE = 9;

    private static final long GREATEST_SEED = 999_999_999;

    public PopulationSettings {
        municipalities = List.copyOf(municipalities);
        defects = Set.copyOf(defects);
        require(seed >= 0 && seed <= GREATEST_SEED, SyntheticErrorCode.SEED_OUT_OF_RANGE);
        require(yearsBefore >= 0 && yearsBefore <= MOST_YEARS_BEFORE, SyntheticErrorCode.YEARS_OUT_OF_RANGE);
        require(asOf.getYear() >= 2000 + yearsBefore && asOf.getYear() <= 2100, SyntheticErrorCode.DATE_OUT_OF_RANGE);
        require(scopeDays >= 1 && scopeDays <= 366, SyntheticErrorCode.SCOPE_DAYS_OUT_OF_RANGE);
        require(
                municipalities.stream()
                                .map(SyntheticMunicipality::code)
                                .distinct()
                                .count()
                        == municipalities.size(),
                SyntheticErrorCode.REPEATED_MUNICIPALITY);
        require(
                !published
                        || (asOf.getDayOfYear() == 1
                                && NationalYear.of(asOf.getYear() - 1 - yearsBefore)
                                        .isPresent()),
                SyntheticErrorCode.YEAR_NOT_PUBLISHED);
        long total = municipalities.stream()
                .mapToLong(SyntheticMunicipality::children)
                .sum();
        require(total <= SyntheticMunicipality.MOST_CHILDREN, SyntheticErrorCode.CHILDREN_OUT_OF_RANGE);
    }

    /** The population as of the as-of day itself. */
    public PopulationSettings(
            long seed, LocalDate asOf, List<SyntheticMunicipality> municipalities, Set<Defect> defects, int scopeDays) {
        this(seed, asOf, municipalities, defects, scopeDays, 0, false);
    }

    /** Municipality 999 with this many children and everything else as usual. */
    public static PopulationSettings of(long seed, int children) {
        return new PopulationSettings(
                seed,
                DEFAULT_AS_OF,
                List.of(SyntheticMunicipality.invented(children)),
                Defect.usual(),
                DEFAULT_SCOPE_DAYS);
    }

    /** All 98 municipalities in their own size. */
    public static PopulationSettings national(long seed) {
        return of(seed, 0).withMunicipalities(DanishPopulation.municipalities());
    }

    /** The same with other municipalities. */
    public PopulationSettings withMunicipalities(List<SyntheticMunicipality> others) {
        return new PopulationSettings(seed, asOf, others, defects, scopeDays, yearsBefore, published);
    }

    /** The same with another latest as-of day. */
    public PopulationSettings withAsOf(LocalDate latest) {
        return new PopulationSettings(seed, latest, municipalities, defects, scopeDays, yearsBefore, published);
    }

    /** The same with exactly these defects planted. */
    public PopulationSettings withDefects(Set<Defect> planted) {
        return new PopulationSettings(seed, asOf, municipalities, planted, scopeDays, yearsBefore, published);
    }

    /** The same with another longest time in scope. */
    public PopulationSettings withScopeDays(int days) {
        return new PopulationSettings(seed, asOf, municipalities, defects, days, yearsBefore, published);
    }

    /**
     * The cohort so many years before the latest: the same families, need and circumstances that last, each year's own
     * noise. Drift and moves happen in the latest year alone.
     */
    public PopulationSettings before(int years) {
        return new PopulationSettings(seed, asOf, municipalities, defects, scopeDays, years, published);
    }

    /**
     * The same with the notifications of this year as they were published, as of its end; cohorts before it are those of the published
     * years before it.
     *
     * @throws SyntheticFault {@code synthetic_year_not_published}
     */
    public PopulationSettings ofPublishedYear(int year) {
        require(NationalYear.of(year).isPresent(), SyntheticErrorCode.YEAR_NOT_PUBLISHED);
        return new PopulationSettings(
                seed, LocalDate.of(year + 1, 1, 1), municipalities, defects, scopeDays, yearsBefore, true);
    }

    /** The published year that this cohort's notifications are those of, if any. */
    public Optional<NationalYear> publishedYear() {
        return published ? NationalYear.of(day().getYear() - 1) : Optional.empty();
    }

    /** The day as of which this cohort's feeds speak; nothing in them was known later. */
    public LocalDate day() {
        return asOf.minusYears(yearsBefore);
    }

    /** Whether this defect is planted in this cohort; a published year drifts as published, and not otherwise. */
    public boolean has(Defect defect) {
        return defects.contains(defect)
                && !(published && defect == Defect.DRIFT)
                && (yearsBefore == 0 || !defect.latestOnly());
    }

    /** The municipalities that are made: those asked for, and with {@link Defect#SMALL_CELLS} the small ones. */
    public List<SyntheticMunicipality> made() {
        return has(Defect.SMALL_CELLS) ? SmallCells.plantedIn(municipalities) : municipalities;
    }

    /** How many children there are in all. */
    public int children() {
        return made().stream().mapToInt(SyntheticMunicipality::children).sum();
    }

    private static void require(boolean condition, SyntheticErrorCode code) {
        if (!condition) {
            throw new SyntheticFault(code);
        }
    }
}
