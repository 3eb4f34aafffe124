package dk.rettidig.synthetic;

/**
 * How many notifications a notified child had in a published year. Of 2018 the shares with one to five were published, and the mean
 * of those with six or more follows; they fall geometrically here. Of another year only the mean over all was published: the shares of
 * 2018, tilted exponentially until they have it.
 */
final class CountShares {

    private static final int SEPARATE = 5;
    private static final int BISECTIONS = 60;

    private CountShares() {}

    /** The shares with one, two ... up to {@link NotificationCount#MOST}; they add up to 1. */
    static double[] of(NationalYear year) {
        double[] base = base(NationalYear.of(NationalYear.FIRST).orElseThrow());
        double low = -1;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (mean(tilted(base, middle)) < year.mean()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tilted(base, (low + high) / 2);
    }

    private static double[] base(NationalYear first) {
        double[] shares = new double[NotificationCount.MOST];
        double rest = first.notifications();
        for (int count = 1; count <= SEPARATE; count++) {
            double children = figure("times_" + count);
            shares[count - 1] = children;
            rest -= count * children;
        }
        double many = figure("times_6+");
        double above = rest / many - (SEPARATE + 1);
        double next = above / (1 + above);
        for (int count = SEPARATE + 1; count <= shares.length; count++) {
            shares[count - 1] = many * (1 - next) * StrictMath.pow(next, count - SEPARATE - 1.0);
        }
        return tilted(shares, 0);
    }

    private static double figure(String id) {
        return NationalFigure.find(NationalYear.FIRST, id).orElseThrow();
    }

    private static double[] tilted(double[] base, double tilt) {
        double[] shares = new double[base.length];
        double sum = 0;
        for (int i = 0; i < base.length; i++) {
            shares[i] = base[i] * StrictMath.exp(tilt * i);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double mean(double[] shares) {
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += (i + 1) * shares[i];
        }
        return mean;
    }

    /** The count at this point of (0, 1). */
    static int at(double[] shares, double point) {
        double below = 0;
        for (int i = 0; i < shares.length; i++) {
            below += shares[i];
            if (point < below) {
                return i + 1;
            }
        }
        return shares.length;
    }
}
