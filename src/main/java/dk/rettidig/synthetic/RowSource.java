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
 * planted. A child that moved away is known until the day it moved and its scope is retracted then; the sources of the
 * municipality that it moved to know it from that day on ({@link #arrived}).
 */
final class RowSource {

    static final String SCOPE_INDICATOR = "SCOPE_NOTIFIED";

    private static final LocalTime OFFICE_CLOSES = LocalTime.of(14, 0);
    private static final int SCOPE_POSITION = 99;
    /** Keeps the faults of a row in the second municipality apart from those in the first. */
    private static final int ARRIVED = 100;

    private final PopulationSettings settings;
    private final FeedCalendar calendar;
    private final FeedFaults faults;

    RowSource(PopulationSettings settings) {
        this.settings = settings;
        this.calendar = new FeedCalendar(settings.day());
        this.faults = new FeedFaults(settings, calendar.limit());
    }

    /** Rows and faults so far. */
    FaultCounts counts() {
        return faults.counts();
    }

    /** Hands over the child's rows, each with its feed. */
    void rows(SyntheticChild child, BiConsumer<SyntheticFeed, FeedRow> sink) {
        NotificationHistory history = child.history();
        if (history.notified() && history.daysSince() > child.person().movedDaysAgo()) {
            scope(child, SCOPE_POSITION, sink);
        }
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            OptionalDouble value = child.observed(indicator);
            if (value.isPresent()) {
                observation(child, indicator, value.getAsDouble(), sink);
            }
        }
    }

    /** Hands over the rows about a moved child from the municipality that it moved to. */
    void arrived(SyntheticChild child, BiConsumer<SyntheticFeed, FeedRow> sink) {
        if (isNotifiedSinceMove(child)) {
            scope(child, SCOPE_POSITION + ARRIVED, sink);
        }
        LocalDate moved = moveOf(child);
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            OptionalDouble value = afterMove(child, indicator);
            Period period = calendar.of(indicator);
            if (value.isPresent() && !moved.isAfter(period.to())) {
                LocalDate from = moved.isAfter(period.from()) ? moved : period.from();
                FeedRow row = row(indicator, from, period.to(), value.getAsDouble(), period.knownAt());
                faults.send(child.person(), indicator.feed(), row, indicator.position() + ARRIVED, sink);
            }
        }
    }

    private void scope(SyntheticChild child, int position, BiConsumer<SyntheticFeed, FeedRow> sink) {
        LocalDate from = calendar.asOf().minusDays(child.history().daysSince());
        FeedRow row =
                new FeedRow(SCOPE_INDICATOR, from, from.plusDays(settings.scopeDays()), 1, 0, closing(from), false);
        faults.send(child.person(), SyntheticFeed.SCOPE, row, position, sink);
        if (position == SCOPE_POSITION && child.person().movedDaysAgo() > 0) {
            Instant moved = latest(closing(moveOf(child)).plus(Duration.ofHours(2)));
            FeedRow retraction = new FeedRow(SCOPE_INDICATOR, from, row.to(), 1, 0, moved, true);
            faults.plain(SyntheticFeed.SCOPE, retraction, sink);
        }
    }

    private void observation(
            SyntheticChild child, SyntheticIndicator indicator, double value, BiConsumer<SyntheticFeed, FeedRow> sink) {
        Period period = calendar.of(indicator);
        FeedRow row = row(indicator, period.from(), period.to(), value, period.knownAt());
        if (child.person().movedDaysAgo() >= 0) {
            LocalDate moved = moveOf(child);
            if (moved.isBefore(period.from()) || isUnknownAtMove(child, indicator)) {
                return;
            }
            if (moved.isBefore(period.to())) {
                int days = child.person().movedDaysAgo();
                double then = indicator == SyntheticIndicator.NOTIF_SINCE ? value - days : value;
                row = row(indicator, period.from(), moved, then, closing(moved));
            }
        }
        faults.send(child.person(), indicator.feed(), row, indicator.position(), sink);
    }

    private static FeedRow row(
            SyntheticIndicator indicator, LocalDate from, LocalDate to, double value, Instant knownAt) {
        return new FeedRow(indicator.name(), from, to, value, indicator.decimals(), knownAt, false);
    }

    /** A notification after the move went to the other municipality, and perhaps some of those about siblings. */
    private static boolean isUnknownAtMove(SyntheticChild child, SyntheticIndicator indicator) {
        return switch (indicator) {
            case NOTIF_PRIOR, NOTIF_SINCE, NOTIF_GROUP, NOTIF_PROF -> isNotifiedSinceMove(child);
            case SIB_NOTIF -> true;
            default -> false;
        };
    }

    /**
     * What the second municipality knows: of the notifications the latest, if it came after the move (the others are taken
     * to have come before it), nothing about siblings' notifications, and one move more than the first knew of.
     */
    private static OptionalDouble afterMove(SyntheticChild child, SyntheticIndicator indicator) {
        boolean notified = isNotifiedSinceMove(child);
        return switch (indicator) {
            case NOTIF_PRIOR -> OptionalDouble.of(notified ? 1 : 0);
            case NOTIF_PROF ->
                OptionalDouble.of(
                        notified
                                        && Notifier.withCode(child.history().notifier())
                                                .isProfessional()
                                ? 1
                                : 0);
            case NOTIF_SINCE, NOTIF_GROUP -> notified ? child.observed(indicator) : OptionalDouble.empty();
            case SIB_NOTIF -> OptionalDouble.empty();
            case RES_MOVES -> {
                OptionalDouble before = child.observed(indicator);
                yield before.isPresent() ? OptionalDouble.of(before.getAsDouble() + 1) : before;
            }
            default -> child.observed(indicator);
        };
    }

    private static boolean isNotifiedSinceMove(SyntheticChild child) {
        return child.history().notified()
                && child.history().daysSince() <= child.person().movedDaysAgo();
    }

    private LocalDate moveOf(SyntheticChild child) {
        return calendar.asOf().minusDays(child.person().movedDaysAgo());
    }

    private Instant closing(LocalDate day) {
        return latest(day.atTime(OFFICE_CLOSES).toInstant(ZoneOffset.UTC));
    }

    private Instant latest(Instant moment) {
        return moment.isAfter(calendar.limit()) ? calendar.limit() : moment;
    }
}
