package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.Latent;
import dk.rettidig.synthetic.SyntheticChild.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether a child is notified in a year: the liability's probability given the factors, its odds multiplied by the
 * municipality's effect and by group g's bias, and by a constant that keeps the country's share where it was published.
 *
 * <p>A municipality's effect on the log-odds is N(0, 0.35), clipped at +-0.8, which gives the published spread of 3 to 13
 * per cent of children notified; the invented municipality has none.
 */
final class NotificationOdds {

    static final double MUNICIPAL_SPREAD = .35;
    static final double MUNICIPAL_LIMIT = .8;
    static final double GROUP_SHARE = .11;

    private static final int POINTS = 160;
    private static final double SPAN = 5;
    private static final int BISECTIONS = 40;

    private final long seed;
    private final double groupOdds;
    private final Optional<NationalYear> year;
    private final Map<Integer, Double> municipalOdds = new HashMap<>();
    private final Map<Liability, Double> nationalConstant = new HashMap<>();

    NotificationOdds(PopulationSettings settings) {
        seed = settings.seed();
        year = settings.publishedYear();
        groupOdds = settings.has(Defect.GROUP_BIAS) ? Defect.GROUP_ODDS : 1;
        settings.made().forEach(each -> municipalOdds.put(each.code(), municipal(each.code())));
        for (Liability liability : List.of(Liability.NOTIFIED_LAST_YEAR, Liability.NOTIFIED_AGAIN)) {
            nationalConstant.put(liability, constant(liability, settings.municipalities()));
        }
    }

    /** The probability that this child, with these factors, is notified. */
    double probability(Liability liability, Person person, Latent latent) {
        double odds = constantOf(liability)
                * municipalOdds.getOrDefault(person.municipality(), 1.0)
                * (person.groupG() ? groupOdds : 1);
        return multiply(liability.probability(latent.family(), latent.child()), odds);
    }

    /**
     * The odds ratio of group g against the rest among children without need, with {@link Defect#GROUP_BIAS}: less than at
     * equal factors, because an odds ratio shrinks when unlike children are taken together.
     */
    double falseAlarmOdds(NeedModel need) {
        Liability notified = Liability.NOTIFIED_LAST_YEAR;
        DoubleUnaryOperator without = point -> need.withoutNeed(point);
        double rest = mean(notified, constantOf(notified), without);
        double group = mean(notified, constantOf(notified) * Defect.GROUP_ODDS, without);
        return group / (1 - group) / (rest / (1 - rest));
    }

    private double constantOf(Liability liability) {
        return nationalConstant.getOrDefault(liability, 1.0);
    }

    private static double multiply(double probability, double odds) {
        return probability * odds / (1 - probability + probability * odds);
    }

    private double municipal(int code) {
        if (code == SyntheticMunicipality.INVENTED) {
            return 1;
        }
        double effect = MUNICIPAL_SPREAD
                * Draws.of(seed, Draws.Purpose.MUNICIPALITY, code, 0, 0).normal();
        return StrictMath.exp(Math.clamp(effect, -MUNICIPAL_LIMIT, MUNICIPAL_LIMIT));
    }

    /**
     * The multiplier with which the share of children notified is the published one: in the invented municipality alone if
     * only that is asked for, else over all 98, so that a municipality's children don't depend on which others are made.
     */
    private double constant(Liability liability, List<SyntheticMunicipality> municipalities) {
        boolean inventedOnly = municipalities.stream().allMatch(each -> each.code() == SyntheticMunicipality.INVENTED);
        List<SyntheticMunicipality> over =
                inventedOnly ? List.of(SyntheticMunicipality.invented(1)) : DanishPopulation.municipalities();
        double wanted = liability == Liability.NOTIFIED_LAST_YEAR
                ? year.map(NationalYear::share).orElse(liability.prevalence())
                : liability.prevalence();
        double low = -3;
        double high = 3;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (share(liability, over, StrictMath.exp(middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private double share(Liability liability, List<SyntheticMunicipality> over, double multiplier) {
        double children = 0;
        double notified = 0;
        for (SyntheticMunicipality each : over) {
            double odds = multiplier * municipal(each.code());
            double share = (1 - GROUP_SHARE) * mean(liability, odds, any -> 1)
                    + GROUP_SHARE * mean(liability, odds * groupOdds, any -> 1);
            children += each.children();
            notified += each.children() * share;
        }
        return notified / children;
    }

    /** The weighted mean of the multiplied probability over the factors: their sum is normal, so one dimension is enough. */
    private static double mean(Liability liability, double odds, DoubleUnaryOperator weights) {
        double deviation =
                StrictMath.sqrt(liability.family() * liability.family() + liability.child() * liability.child());
        double step = 2 * SPAN / POINTS;
        double sum = 0;
        double total = 0;
        for (int i = 0; i <= POINTS; i++) {
            double point = -SPAN + i * step;
            double weight = StrictMath.exp(-point * point / 2) * weights.applyAsDouble(point);
            total += weight;
            sum += weight * multiply(liability.probability(point * deviation / liability.family(), 0), odds);
        }
        return sum / total;
    }
}
