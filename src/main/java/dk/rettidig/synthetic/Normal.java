package dk.rettidig.synthetic;

/**
 * The standard normal distribution with results that are equal on every platform (plain arithmetic and
 * {@link StrictMath}). The quantile is algorithm AS 241, PPND16 (Wichura, Applied Statistics 37, 1988), relative accuracy
 * 1e-16; the distribution function is Hart's algorithm 5666 in West's form (Wilmott Magazine, 2005), absolute accuracy
 * 1e-15.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as published
final class Normal {

    private static final double[] CENTRE_TOP = {
        3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRE_BOTTOM = {
        1,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };
    private static final double[] MIDDLE_TOP = {
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        2.05319162663775882187,
        1.67638483018380384940,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] TAIL_TOP = {
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] TAIL_BOTTOM = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };
    private static final double[] HART_TOP = {
        220.206867912376,
        221.213596169931,
        112.079291497871,
        33.912866078383,
        6.37396220353165,
        0.700383064443688,
        3.52624965998911e-2
    };
    private static final double[] HART_BOTTOM = {
        440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674,
        86.7807322029461, 16.064177579207, 1.75566716318264, 8.83883476483184e-2
    };

    private Normal() {}

    /** The value that a standard normal stays below with this probability, which lies in (0, 1). */
    static double quantile(double probability) {
        double distance = probability - 0.5;
        if (Math.abs(distance) <= 0.425) {
            double r = 0.180625 - distance * distance;
            return distance * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
        }
        double tail = distance < 0 ? probability : 1 - probability;
        double r = StrictMath.sqrt(-StrictMath.log(tail));
        double value = r <= 5
                ? polynomial(MIDDLE_TOP, r - 1.6) / polynomial(MIDDLE_BOTTOM, r - 1.6)
                : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
        return distance < 0 ? -value : value;
    }

    /** The probability that a standard normal lies below this value. */
    static double below(double value) {
        double size = Math.abs(value);
        double upper = size > 37 ? 0 : StrictMath.exp(-size * size / 2) * ratio(size);
        return value > 0 ? 1 - upper : upper;
    }

    /** The probability that a standard normal lies above this value. */
    static double above(double value) {
        return below(-value);
    }

    private static double ratio(double size) {
        if (size < 7.07106781186547) {
            return polynomial(HART_TOP, size) / polynomial(HART_BOTTOM, size);
        }
        double fraction = size + 0.65;
        for (int k = 4; k >= 1; k--) {
            fraction = size + k / fraction;
        }
        return 1 / fraction / 2.506628274631;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
