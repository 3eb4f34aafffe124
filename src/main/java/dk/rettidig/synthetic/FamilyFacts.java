package dk.rettidig.synthetic;

/**
 * What siblings share: the family factor, group, a move, and the parents' facts.
 *
 * @param factor F, standard normal
 * @param movedDaysAgo days since the family moved to another municipality, or -1
 * @param benefitMonths 0 to 12
 * @param monthsWithoutWork of the parents, 0 to 12 in halves, at least the months on cash benefit
 * @param moves between municipalities in 36 months, 0 to 3
 */
record FamilyFacts(
        double factor,
        boolean groupG,
        int movedDaysAgo,
        int benefitMonths,
        double monthsWithoutWork,
        boolean apart,
        boolean psychiatric,
        boolean substance,
        boolean lowEducation,
        int moves,
        boolean evicted) {

    private static final int DAYS = 365;
    private static final int MONTHS = 12;
    /** Of families on cash benefit, those on it the whole year: assumed. */
    private static final double WHOLE_YEAR = .45;
    /** Of families that moved between municipalities, those that did twice, and three times: assumed. */
    private static final double TWICE = .15;

    private static final double THRICE = .03;

    /**
     * How a fact's own noise goes with that of the year after (normal scores): assumed. Education doesn't change, nor do F
     * and the group; windows of 24 and 36 months overlap.
     */
    private static final double CIRCUMSTANCES = .8;

    private static final double APART = .95;
    private static final double HOUSING = .6;

    static FamilyFacts draw(PopulationSettings settings, int municipality, int family) {
        Draws draws =
                Draws.before(settings.yearsBefore(), settings.seed(), Draws.Purpose.FAMILY, municipality, family, 0);
        double factor = draws.lasting(1).normal();
        boolean groupG = draws.chance(NotificationOdds.GROUP_SHARE);
        int benefitMonths = benefitMonths(factor, draws.lasting(CIRCUMSTANCES));
        return new FamilyFacts(
                factor,
                groupG,
                movedDaysAgo(settings, municipality, family),
                benefitMonths,
                Math.max(benefitMonths, monthsWithoutWork(factor, draws)),
                isTrue(Liability.APART, factor, draws.lasting(APART)),
                isTrue(Liability.PSYCHIATRIC, factor, draws.lasting(CIRCUMSTANCES)),
                isTrue(Liability.SUBSTANCE, factor, draws),
                isTrue(Liability.LOW_EDUCATION, factor, draws.lasting(1)),
                moves(factor, draws.lasting(HOUSING)),
                isTrue(Liability.EVICTED, factor, draws));
    }

    private static boolean isTrue(Liability liability, double factor, Draws draws) {
        return liability.isTrue(liability.of(factor, 0, draws.normal()));
    }

    /** Days since this family moved to another municipality, or -1. */
    static int movedDaysAgo(PopulationSettings settings, int municipality, int family) {
        Draws draws = Draws.of(settings.seed(), Draws.Purpose.MOVE, municipality, family, 0);
        boolean moved = draws.chance(Defect.MOVED_SHARE) && settings.has(Defect.MOVED);
        return moved ? 1 + draws.below(DAYS) : -1;
    }

    /** The heavier the liability, the more months; most of those with any have all twelve. */
    private static int benefitMonths(double factor, Draws draws) {
        double liability = Liability.BENEFIT.of(factor, 0, draws.normal());
        if (!Liability.BENEFIT.isTrue(liability)) {
            return 0;
        }
        double lightness = Liability.BENEFIT.severity(liability);
        if (lightness < WHOLE_YEAR) {
            return MONTHS;
        }
        return 1 + (int) Math.min(MONTHS - 2, (1 - lightness) / (1 - WHOLE_YEAR) * (MONTHS - 1));
    }

    /** Half a month to six for most, in halves; the heavier the liability, the more. */
    private static double monthsWithoutWork(double factor, Draws draws) {
        double liability = Liability.UNEMPLOYED.of(factor, 0, draws.normal());
        if (!Liability.UNEMPLOYED.isTrue(liability)) {
            return 0;
        }
        double lightness = Liability.UNEMPLOYED.severity(liability);
        return Math.max(1, Math.rint((1 - lightness) * (1 - lightness) * 2 * MONTHS)) / 2;
    }

    private static int moves(double factor, Draws draws) {
        double liability = Liability.MOVED.of(factor, 0, draws.normal());
        if (!Liability.MOVED.isTrue(liability)) {
            return 0;
        }
        double point = draws.uniform();
        if (point < THRICE) {
            return 3;
        }
        return point < TWICE ? 2 : 1;
    }
}
