package dk.rettidig.synthetic;

/** Which group notifies of a child of an age, so that over all ages every group has its share. Immutable. */
final class NotifierMix {

    /** The shares of {@link Notifier#share}, over the ages of the population. */
    static final NotifierMix USUAL = usual();

    private static final int AGES = 18;
    private static final int ROUNDS = 60;

    private final double[][] cumulative;

    /**
     * Fits.
     *
     * @param shares of all notifications, by code
     * @param ages shares of the children notified, 0 to 17
     */
    NotifierMix(double[] shares, double[] ages) {
        this.cumulative = cumulate(fit(shares, ages));
    }

    private static NotifierMix usual() {
        double[] shares = new double[Notifier.values().length];
        for (Notifier group : Notifier.values()) {
            shares[group.code() - 1] = group.share();
        }
        double[] ages = new double[AGES];
        for (int age = 0; age < AGES; age++) {
            ages[age] = DanishPopulation.shareOfAge(age);
        }
        return new NotifierMix(shares, ages);
    }

    /** The group at this point of (0, 1) for a child of this age. */
    Notifier at(int age, double point) {
        double[] row = cumulative[age];
        int index = 0;
        while (index < row.length - 1 && row[index] <= point) {
            index++;
        }
        return Notifier.withCode(index + 1);
    }

    /** Iterative proportional fitting: every age's shares add up to 1 and every group keeps its share. */
    private static double[] fit(double[] shares, double[] ages) {
        double[] factor = shares.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] reached = new double[factor.length];
            for (int age = 0; age < AGES; age++) {
                double[] row = row(age, factor);
                for (int i = 0; i < row.length; i++) {
                    reached[i] += ages[age] * row[i];
                }
            }
            for (int i = 0; i < factor.length; i++) {
                factor[i] *= shares[i] / reached[i];
            }
        }
        return factor;
    }

    private static double[] row(int age, double[] factor) {
        double[] row = new double[factor.length];
        double sum = 0;
        for (Notifier group : Notifier.values()) {
            row[group.code() - 1] = factor[group.code() - 1] * group.weight(age);
            sum += row[group.code() - 1];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
        return row;
    }

    private static double[][] cumulate(double[] factor) {
        double[][] result = new double[AGES][];
        for (int age = 0; age < AGES; age++) {
            double[] row = row(age, factor);
            for (int i = 1; i < row.length; i++) {
                row[i] += row[i - 1];
            }
            result[age] = row;
        }
        return result;
    }
}
