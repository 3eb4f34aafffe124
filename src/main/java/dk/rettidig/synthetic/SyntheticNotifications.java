package dk.rettidig.synthetic;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Each notification of a synthetic child's last year: the latest as {@link SyntheticChild.NotificationHistory} has it, the
 * others on days before it by groups of the same shares. Hours and causes are assumed (POPULATION: {@code [A]}); only the shares of
 * the causes R03 and R14 among notified children are published.
 */
public final class SyntheticNotifications {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int DAYS = 365;
    private static final int OFFICE_OPENS = 8;
    private static final int OFFICE_MINUTES = 8 * 60;
    private static final int DAY_MINUTES = 24 * 60;

    /** Of those on working days, how many arrive while offices are open. */
    private static final double IN_OFFICE_HOURS = .85;

    /** Causes with their cumulative shares. */
    private static final List<String> CAUSES =
            List.of("R03", "R14", "R13", "R04", "R08", "R06", "R09", "R18", "R07", "R02", "R01", "R15", "R99");

    private static final double[] CUMULATIVE = {.17, .33, .46, .57, .65, .72, .79, .84, .88, .92, .95, .97, 1};

    private SyntheticNotifications() {}

    /**
     * One notification.
     *
     * @param age in whole years
     * @param notifier code of the group, {@code N01} to {@code N11}
     * @param cause code, for instance {@code R14}
     * @param sex as it is stated; empty for unknown
     */
    public record SyntheticNotification(
            Pseudonym child, int age, Instant receivedAt, String notifier, String cause, Optional<StatedSex> sex) {}

    /** A child's notifications in the 12 months before the as-of day, oldest first. */
    public static List<SyntheticNotification> of(PopulationSettings settings, SyntheticChild child) {
        SyntheticChild.NotificationHistory history = child.history();
        List<SyntheticNotification> found = new ArrayList<>(history.count());
        Draws draws = Draws.ofChild(settings, Draws.Purpose.NOTIFICATION_DETAIL, child.person());
        Optional<StatedSex> sex = StatedSex.of(settings, child.person());
        for (int i = 0; i < history.count(); i++) {
            Notifier notifier = i == 0
                    ? Notifier.withCode(history.notifier())
                    : Notifier.at(child.person().age(), draws.uniform());
            int daysSince = history.daysSince();
            if (i > 0) {
                daysSince += draws.below(DAYS + 1 - history.daysSince());
                LocalDate day = settings.day().minusDays(daysSince);
                if (notifier.closedInJuly() && day.getMonth() == Month.JULY && !draws.chance(NotificationYear.JULY)) {
                    notifier = Notifier.OTHER;
                }
            }
            found.add(new SyntheticNotification(
                    child.pseudonym(),
                    child.person().age(),
                    moment(settings.day().minusDays(daysSince), draws),
                    String.format("N%02d", notifier.code()),
                    cause(draws.uniform()),
                    sex));
        }
        found.sort(Comparator.comparing(SyntheticNotification::receivedAt));
        return List.copyOf(found);
    }

    /** A minute of the day; the second keeps two of one child apart. */
    private static Instant moment(LocalDate day, Draws draws) {
        boolean open = day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && draws.chance(IN_OFFICE_HOURS);
        int minute = open ? OFFICE_OPENS * 60 + draws.below(OFFICE_MINUTES) : draws.below(DAY_MINUTES);
        return day.atTime(LocalTime.MIN.plusMinutes(minute).plusSeconds(draws.below(60)))
                .atZone(DENMARK)
                .toInstant();
    }

    private static String cause(double point) {
        int index = 0;
        while (CUMULATIVE[index] <= point) {
            index++;
        }
        return CAUSES.get(index);
    }
}
