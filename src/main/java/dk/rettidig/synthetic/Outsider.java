package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import dk.rettidig.synthetic.SyntheticNotifications.Whose;
import java.util.List;
import java.util.Optional;

/**
 * A notified child who isn't among the population's children: the published count of notified children is larger than the published
 * share of the population. What they are is not published, but for the unborn or unknown of 2018. Made of a published year only.
 *
 * @param notifications oldest first, at least one; their age says nothing
 */
public record Outsider(Kind kind, List<SyntheticNotification> notifications) {

    public Outsider {
        notifications = List.copyOf(notifications);
    }

    /** What it is. */
    public enum Kind {
        /** Not born yet. */
        UNBORN,
        /** Without a number, not in the population's register any more, or grown up since: nobody here knows its age (assumed). */
        UNREGISTERED
    }

    /** The one beside a notified child, in the same municipality; each notified child has one at most. */
    public static Optional<Outsider> beside(PopulationSettings settings, SyntheticChild child) {
        if (!child.history().notified()) {
            return Optional.empty();
        }
        return settings.publishedYear().flatMap(year -> beside(year, settings, child));
    }

    private static Optional<Outsider> beside(NationalYear year, PopulationSettings settings, SyntheticChild child) {
        Draws draws = Draws.ofChild(settings, Draws.Purpose.OUTSIDER, child.person());
        double point = draws.uniform();
        if (point >= year.outside()) {
            return Optional.empty();
        }
        Kind kind = point < year.unborn() ? Kind.UNBORN : Kind.UNREGISTERED;
        int age = kind == Kind.UNBORN ? 0 : child.person().age();
        Optional<StatedSex> sex = kind == Kind.UNBORN ? Optional.empty() : Optional.of(StatedSex.at(draws.uniform()));
        YearCalendar calendar = YearCalendar.of(year);
        int times = CountShares.at(calendar.counts(), draws.uniform());
        return Optional.of(new Outsider(
                kind,
                SyntheticNotifications.detailed(
                        new Whose(child.pseudonymBeside(year.year()), age, sex),
                        calendar.draw(age, times, draws),
                        draws)));
    }
}
