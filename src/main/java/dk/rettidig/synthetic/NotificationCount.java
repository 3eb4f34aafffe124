package dk.rettidig.synthetic;

import java.util.function.IntToDoubleFunction;

/**
 * How many notifications a notified child had in a year: 1 + NegBin(r = .443, p = .396), fitted to the counts of 2018
 * (StatBank UND2: 49,644, 14,017, 5,412, 2,591, 1,357 and 1,998 children with 1, 2, 3, 4, 5 and 6 or more).
 */
final class NotificationCount {

    static final double R = .443;
    static final double P = .396;
    /** The most that are told apart; the highest count published is 21 (2014). */
    static final int MOST = 25;

    /** Correlation of the count's own liability with the liability of need: assumed (ADR 0030). */
    static final double WITH_NEED = .60;

    private final double[] cuts = new double[MOST];

    /** With the shares that were fitted to 2018. */
    NotificationCount(double correlationWithBeingNotified) {
        this(correlationWithBeingNotified, NotificationCount::share);
    }

    /** With these shares of each count. */
    NotificationCount(double correlationWithBeingNotified, IntToDoubleFunction shares) {
        Conditional conditional =
                new Conditional(Liability.NOTIFIED_LAST_YEAR.threshold(), correlationWithBeingNotified);
        double more = 1;
        for (int count = 1; count < MOST; count++) {
            more -= shares.applyAsDouble(count);
            cuts[count] = conditional.cut(more);
        }
    }

    /** P(count) among the notified, by the recurrence of the negative binomial. */
    static double share(int count) {
        double share = StrictMath.pow(P, R);
        for (int k = 1; k < count; k++) {
            share *= (k - 1 + R) / k * (1 - P);
        }
        return share;
    }

    /** The count of a notified child with this liability: one more than the cut points that it exceeds. */
    int of(double liability) {
        int count = 1;
        while (count < MOST && liability > cuts[count]) {
            count++;
        }
        return count;
    }
}
