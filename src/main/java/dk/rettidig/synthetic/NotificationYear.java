package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import java.time.LocalDate;
import java.time.Month;

/**
 * The notifications about one child in the 12 months before the as-of day. Their days are uniform over the year but for
 * July, when schools and day care notify a fifth as often as otherwise (assumed; published: they fall then).
 */
final class NotificationYear {

    private static final int DAYS = 365;
    /** Days of the last quarter. */
    static final int QUARTER = 91;

    /** How often school and day care notify in July, of how often otherwise. */
    static final double JULY = .2;

    private static final int TRIES = 8;

    private final LocalDate asOf;
    private final boolean drift;
    private final NotificationCount count =
            new NotificationCount(NotificationCount.WITH_NEED * NeedModel.withBeingNotified());

    NotificationYear(PopulationSettings settings) {
        asOf = settings.day();
        drift = settings.has(Defect.DRIFT);
    }

    /** The year of a notified child of this age whose need has this liability. */
    NotificationHistory of(int age, double need, Draws draws) {
        int times = count.of(NeedModel.withNeed(NotificationCount.WITH_NEED, need, draws.normal()));
        Notifier notifier = Notifier.at(age, draws.uniform());
        int daysSince = daysSince(times, notifier, draws);
        if (drift && notifier.closedInJuly() && daysSince <= QUARTER && draws.chance(Defect.SILENCED)) {
            return times == 1
                    ? NotificationHistory.SILENCED
                    : new NotificationHistory(
                            times - 1, QUARTER + 1 + draws.below(DAYS - QUARTER), notifier.code(), true);
        }
        return new NotificationHistory(times, daysSince, notifier.code(), false);
    }

    /** Days since the latest of so many: the least of as many uniform draws. */
    private int daysSince(int times, Notifier notifier, Draws draws) {
        int days = DAYS;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double least = 1 - StrictMath.pow(draws.uniform(), 1.0 / times);
            days = 1 + Math.min(DAYS - 1, (int) (least * DAYS));
            boolean july = asOf.minusDays(days).getMonth() == Month.JULY;
            if (!notifier.closedInJuly() || !july || draws.chance(JULY)) {
                break;
            }
        }
        return days;
    }
}
