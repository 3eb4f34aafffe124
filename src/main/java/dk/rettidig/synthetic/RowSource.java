package dk.rettidig.synthetic;

import dk.rettidig.synthetic.FeedCalendar.Period;
import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * The rows that the registries of a municipality deliver about a child: what they observe, with the feed faults that are
 * planted. A child that moved away is known until the day it moved and its scope is retracted then.
 */
final class RowSource {

    static final String SCOPE_INDICATOR = "SCOPE_NOTIFIED";

    private static final LocalTime OFFICE_CLOSES = LocalTime.of(14, 0);
    private static final int SCOPE_POSITION = 99;

    private final PopulationSettings settings;
    private final FeedCalendar calendar;

    RowSource(PopulationSettings settings) {
        this.settings = settings;
        this.calendar = new FeedCalendar(settings.asOf());
    }

    /** Hands over the child's rows, each with its feed. */
    void rows(SyntheticChild child, BiConsumer<SyntheticFeed, FeedRow> sink) {
        scope(child, sink);
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            OptionalDouble value = child.observed(indicator);
            if (value.isPresent()) {
                observation(child, indicator, value.getAsDouble(), sink);
            }
        }
    }

    private void scope(SyntheticChild child, BiConsumer<SyntheticFeed, FeedRow> sink) {
        NotificationHistory history = child.history();
        int movedDaysAgo = child.person().movedDaysAgo();
        if (!history.notified() || history.daysSince() <= movedDaysAgo) {
            return;
        }
        LocalDate from = calendar.asOf().minusDays(history.daysSince());
        FeedRow row =
                new FeedRow(SCOPE_INDICATOR, from, from.plusDays(settings.scopeDays()), 1, 0, closing(from), false);
        faulty(child, SyntheticFeed.SCOPE, row, SCOPE_POSITION, sink);
        if (movedDaysAgo > 0) {
            Instant moved = closing(calendar.asOf().minusDays(movedDaysAgo)).plus(Duration.ofHours(2));
            sink.accept(SyntheticFeed.SCOPE, new FeedRow(row.indicator(), from, row.to(), 1, 0, latest(moved), true));
        }
    }

    private void observation(
            SyntheticChild child, SyntheticIndicator indicator, double value, BiConsumer<SyntheticFeed, FeedRow> sink) {
        Period period = calendar.of(indicator);
        int movedDaysAgo = child.person().movedDaysAgo();
        FeedRow row = new FeedRow(
                indicator.name(), period.from(), period.to(), value, indicator.decimals(), period.knownAt(), false);
        if (movedDaysAgo >= 0) {
            LocalDate moved = calendar.asOf().minusDays(movedDaysAgo);
            if (moved.isBefore(period.from()) || isLaterNotification(child, indicator)) {
                return;
            }
            if (moved.isBefore(period.to())) {
                double then = indicator == SyntheticIndicator.NOTIF_SINCE ? value - movedDaysAgo : value;
                row = new FeedRow(row.indicator(), period.from(), moved, then, row.decimals(), closing(moved), false);
            }
        }
        faulty(child, indicator.feed(), row, indicator.position(), sink);
    }

    /** A notification after the move went to another municipality. */
    private static boolean isLaterNotification(SyntheticChild child, SyntheticIndicator indicator) {
        return child.history().notified()
                && child.history().daysSince() <= child.person().movedDaysAgo()
                && (indicator == SyntheticIndicator.NOTIF_PRIOR
                        || indicator == SyntheticIndicator.NOTIF_SINCE
                        || indicator == SyntheticIndicator.NOTIF_GROUP);
    }

    private void faulty(
            SyntheticChild child,
            SyntheticFeed feed,
            FeedRow row,
            int position,
            BiConsumer<SyntheticFeed, FeedRow> sink) {
        Draws draws = Draws.of(
                settings.seed(),
                Draws.Purpose.FAULT,
                child.person().municipality(),
                child.person().number(),
                position);
        FeedRow sent = draws.chance(Defect.LATE_SHARE) && settings.has(Defect.LATE)
                ? row.known(later(row.knownAt(), draws))
                : row;
        boolean twice = draws.chance(Defect.DUPLICATED) && settings.has(Defect.DUPLICATES);
        boolean corrected = draws.chance(Defect.CORRECTED) && settings.has(Defect.CORRECTIONS);
        if (corrected && feed != SyntheticFeed.SCOPE) {
            sink.accept(feed, sent.valued(wrong(sent)));
            sent = sent.known(later(sent.knownAt(), draws));
        }
        sink.accept(feed, sent);
        if (twice) {
            sink.accept(feed, sent);
        }
    }

    /** Another value that could be true: half a share, a count, code or answer of one. */
    private static double wrong(FeedRow row) {
        if (row.decimals() > 1) {
            return row.value() == 0 ? 0.05 : Math.rint(row.value() * 5_000) / 10_000;
        }
        return row.value() == 1 ? isCode(row) ? 2 : 0 : 1;
    }

    private static boolean isCode(FeedRow row) {
        return row.indicator().equals(SyntheticIndicator.AGE_BAND.name())
                || row.indicator().equals(SyntheticIndicator.NOTIF_GROUP.name());
    }

    /** One to fourteen days later, to the second, but never at or after the as-of day. */
    private Instant later(Instant knownAt, Draws draws) {
        long most = Duration.ofDays(Defect.LATE_DAYS).toSeconds();
        long seconds = Duration.ofDays(1).toSeconds() + (long) (draws.uniform() * (most - 86_400));
        long room = Duration.between(knownAt, calendar.limit()).toSeconds();
        return knownAt.plusSeconds(Math.max(0, Math.min(seconds, room)));
    }

    private Instant closing(LocalDate day) {
        return latest(day.atTime(OFFICE_CLOSES).toInstant(ZoneOffset.UTC));
    }

    private Instant latest(Instant moment) {
        return moment.isAfter(calendar.limit()) ? calendar.limit() : moment;
    }
}
