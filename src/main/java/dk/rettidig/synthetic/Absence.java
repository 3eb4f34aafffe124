package dk.rettidig.synthetic;

/**
 * Absence as a share of the days: lognormal. School absence has 25.5 % of pupils at 0 to 2 % and 6.5 % of them over 15 %
 * (2017/18: 25.5 % and about 6 %), which gives a mean of 5.7 % and 14 % over 10 % (published: 5.9 and 14.7 %). Unlawful
 * absence is a draw of its own, never more than all absence, with a mean of about 1.4 of 10.4 days (2019/20).
 */
final class Absence {

    static final double OVER = .15;
    static final double TEN = .10;
    static final double SCHOOL_MU = -3.3011;
    static final double SCHOOL_SIGMA = .9273;
    static final double UNLAWFUL_MU = -5.70;
    static final double UNLAWFUL_SIGMA = 1.5;
    static final double UNLAWFUL_FAMILY = .45;
    static final double UNLAWFUL_CHILD = .40;
    /** Day care: absence without notice, a median of 2.7 %, assumed. */
    static final double DAYCARE_MU = -3.60;

    static final double DAYCARE_SIGMA = .70;
    static final double DAYCARE_FAMILY = .40;
    static final double DAYCARE_CHILD = .35;

    private static final double STEPS = 10_000;

    private final double shift;

    Absence(PopulationSettings settings) {
        shift = settings.has(Defect.DRIFT) ? Defect.ABSENCE_DRIFT : 0;
    }

    /** All absence of a pupil whose liability of being absent over 15 % this is. */
    double school(double liability) {
        return share(SCHOOL_MU + shift + SCHOOL_SIGMA * liability);
    }

    /** Unlawful absence of a pupil with this absence in all. */
    double unlawful(double family, double child, double noise, double all) {
        double liability = mix(UNLAWFUL_FAMILY, UNLAWFUL_CHILD, family, child, noise);
        return Math.min(all, share(UNLAWFUL_MU + shift + UNLAWFUL_SIGMA * liability));
    }

    /** Absence from day care. */
    double dayCare(double family, double child, double noise) {
        return share(DAYCARE_MU + shift + DAYCARE_SIGMA * mix(DAYCARE_FAMILY, DAYCARE_CHILD, family, child, noise));
    }

    private static double mix(double l, double c, double family, double child, double noise) {
        return l * family + c * child + StrictMath.sqrt(1 - l * l - c * c) * noise;
    }

    private static double share(double logarithm) {
        return Math.rint(Math.min(1, StrictMath.exp(logarithm)) * STEPS) / STEPS;
    }
}
