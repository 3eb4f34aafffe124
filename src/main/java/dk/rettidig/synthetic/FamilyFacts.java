package dk.rettidig.synthetic;

/**
 * What siblings share: the family factor, group, a move, and the parents' facts.
 *
 * @param factor F, standard normal
 * @param movedDaysAgo days since the family moved to another municipality, or -1
 * @param benefitMonths 0 to 12
 * @param moves between municipalities in 12 months, 0 to 3
 */
record FamilyFacts(
        double factor,
        boolean groupG,
        int movedDaysAgo,
        int benefitMonths,
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

    static FamilyFacts draw(PopulationSettings settings, int municipality, int family) {
        Draws draws = Draws.of(settings.seed(), Draws.Purpose.FAMILY, municipality, family, 0);
        double factor = draws.normal();
        return new FamilyFacts(
                factor,
                draws.chance(NotificationOdds.GROUP_SHARE),
                movedDaysAgo(settings, municipality, family),
                benefitMonths(factor, draws),
                isTrue(Liability.APART, factor, draws),
                isTrue(Liability.PSYCHIATRIC, factor, draws),
                isTrue(Liability.SUBSTANCE, factor, draws),
                isTrue(Liability.LOW_EDUCATION, factor, draws),
                moves(factor, draws),
                isTrue(Liability.EVICTED, factor, draws));
    }

    private static boolean isTrue(Liability liability, double factor, Draws draws) {
        return liability.isTrue(liability.of(factor, 0, draws.normal()));
    }

    private static int movedDaysAgo(PopulationSettings settings, int municipality, int family) {
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
