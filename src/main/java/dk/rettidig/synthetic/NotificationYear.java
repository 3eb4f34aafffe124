package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Person;
import dk.rettidig.synthetic.YearCalendar.Dated;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The notifications about one child in the 12 months before the as-of day. Their days are uniform over the year but for
 * July, when schools and day care notify a fifth as often as otherwise (assumed; published: they fall then). Of a published year they are
 * as {@link YearCalendar} says.
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
    private final PopulationSettings settings;
    private final Optional<YearCalendar> published;
    private final NotificationCount count;

    NotificationYear(PopulationSettings settings) {
        this.settings = settings;
        asOf = settings.day();
        published = settings.publishedYear().map(YearCalendar::of);
        double correlation = NotificationCount.WITH_NEED * NeedModel.withBeingNotified();
        count = published
                .map(year -> new NotificationCount(correlation, times -> year.counts()[times - 1]))
                .orElseGet(() -> new NotificationCount(correlation));
        drift = settings.has(Defect.DRIFT);
    }

    /** The year of a notified child whose need has this liability. */
    NotificationHistory of(Person person, double need, Draws draws) {
        int times = count.of(NeedModel.withNeed(NotificationCount.WITH_NEED, need, draws.normal()));
        if (published.isPresent()) {
            return latest(times, dated(published.get(), settings, person, times).getLast());
        }
        Notifier notifier = Notifier.at(person.age(), draws.uniform());
        int daysSince = daysSince(times, notifier, draws);
        if (drift && notifier.closedInJuly() && daysSince <= QUARTER && draws.chance(Defect.SILENCED)) {
            return times == 1
                    ? NotificationHistory.SILENCED
                    : new NotificationHistory(
                            times - 1, QUARTER + 1 + draws.below(DAYS - QUARTER), notifier.code(), true);
        }
        return new NotificationHistory(times, daysSince, notifier.code(), false);
    }

    /** A child's notifications in a published year, from draws of their own: the same whenever they are asked for. */
    static List<Dated> dated(YearCalendar year, PopulationSettings settings, Person person, int times) {
        return year.draw(person.age(), times, Draws.ofChild(settings, Draws.Purpose.PUBLISHED_YEAR, person));
    }

    private NotificationHistory latest(int times, Dated latest) {
        int days = (int) Math.min(DAYS, ChronoUnit.DAYS.between(latest.day(), asOf));
        return new NotificationHistory(times, days, latest.notifier().code(), false);
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
