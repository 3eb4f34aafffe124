package dk.rettidig.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All that a synthetic population depends on: equal settings give equal children and equal bytes.
 *
 * @param seed 0 to 999,999,999, so that no seed can be mistaken for a CPR number
 * @param asOf the day as of which the feeds speak; nothing in them was known later
 * @param scopeDays the longest a notified child stays in scope, in days; that of the legal basis in use
 */
public record PopulationSettings(
        long seed, LocalDate asOf, List<SyntheticMunicipality> municipalities, Set<Defect> defects, int scopeDays) {

    /** Seed of the demonstration. */
    public static final long DEFAULT_SEED = 42;
    /** As-of day when none is given; fixed, so that the default population is the same for ever. */
    public static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 11, 1);
    /** Size of the invented municipality when none is given: that of the median municipality. */
    public static final int DEFAULT_CHILDREN = 8_000;
    /** Four months: barnets lov § 20(3)'s longest time for a children's assessment. */
    public static final int DEFAULT_SCOPE_DAYS = 120;

    private static final long GREATEST_SEED = 999_999_999;

    public PopulationSettings {
        municipalities = List.copyOf(municipalities);
        defects = Set.copyOf(defects);
        require(seed >= 0 && seed <= GREATEST_SEED, SyntheticErrorCode.SEED_OUT_OF_RANGE);
        require(asOf.getYear() >= 2000 && asOf.getYear() <= 2100, SyntheticErrorCode.DATE_OUT_OF_RANGE);
        require(scopeDays >= 1 && scopeDays <= 366, SyntheticErrorCode.SCOPE_DAYS_OUT_OF_RANGE);
        require(
                municipalities.stream()
                                .map(SyntheticMunicipality::code)
                                .distinct()
                                .count()
                        == municipalities.size(),
                SyntheticErrorCode.REPEATED_MUNICIPALITY);
        long total = municipalities.stream()
                .mapToLong(SyntheticMunicipality::children)
                .sum();
        require(total <= SyntheticMunicipality.MOST_CHILDREN, SyntheticErrorCode.CHILDREN_OUT_OF_RANGE);
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
        return new PopulationSettings(seed, asOf, others, defects, scopeDays);
    }

    /** The same with another as-of day. */
    public PopulationSettings withAsOf(LocalDate day) {
        return new PopulationSettings(seed, day, municipalities, defects, scopeDays);
    }

    /** The same with exactly these defects planted. */
    public PopulationSettings withDefects(Set<Defect> planted) {
        return new PopulationSettings(seed, asOf, municipalities, planted, scopeDays);
    }

    /** The same with another longest time in scope. */
    public PopulationSettings withScopeDays(int days) {
        return new PopulationSettings(seed, asOf, municipalities, defects, days);
    }

    /** Whether this defect is planted. */
    public boolean has(Defect defect) {
        return defects.contains(defect);
    }

    /** How many children there are in all. */
    public int children() {
        return municipalities.stream().mapToInt(SyntheticMunicipality::children).sum();
    }

    private static void require(boolean condition, SyntheticErrorCode code) {
        if (!condition) {
            throw new SyntheticFault(code);
        }
    }
}
