package dk.rettidig.notification.statistics;

import dk.rettidig.law.DutyKind;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepKind;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts the notifications of one edition. It knows children only while it counts, so that one child counts once among
 * children and not without bound among notifications.
 */
final class NotificationCount {

    /**
     * So many notifications of one child count in one figure. Without a bound a child with eleven notifications would show
     * through any noise of a size that leaves the figures useful.
     */
    static final int MOST_OF_ONE_CHILD = 4;

    private final Function<Filed, List<Duty>> duties;
    private final Instant now;
    private final Map<Cell, Map<Pseudonym, Integer>> counted = new HashMap<>();
    private final Map<Pseudonym, Set<ChildSex>> stated = new HashMap<>();

    /**
     * Counts.
     *
     * @param duties what a notification demands, and what was done
     * @param now when it is counted
     */
    NotificationCount(Function<Filed, List<Duty>> duties, Instant now) {
        this.duties = duties;
        this.now = now;
    }

    /**
     * Counts one more.
     *
     * @param sex as the notification states it
     */
    void add(Filed filed, Optional<ChildSex> sex) {
        Notification notification = filed.notification();
        sex.ifPresent(each -> stated.computeIfAbsent(notification.child(), first -> EnumSet.noneOf(ChildSex.class))
                .add(each));
        Set<Measure> measures = measures(filed);
        for (Measure measure : measures) {
            count(notification.child(), new Cell(measure, Dimension.TOTAL, Cell.ALL));
            count(notification.child(), new Cell(measure, Dimension.NOTIFIER, notification.notifier()));
            count(
                    notification.child(),
                    new Cell(measure, Dimension.AGE, notification.age().id()));
            count(
                    notification.child(),
                    new Cell(measure, Dimension.SEX, sex.map(ChildSex::id).orElse(Categories.NO_SEX)));
            notification
                    .causes()
                    .forEach(cause -> count(notification.child(), new Cell(measure, Dimension.CAUSE, cause)));
        }
    }

    private void count(Pseudonym child, Cell cell) {
        counted.computeIfAbsent(cell, first -> new HashMap<>()).merge(child, 1, Integer::sum);
    }

    private Set<Measure> measures(Filed filed) {
        Set<Measure> measures = EnumSet.of(Measure.NOTIFICATIONS, Measure.CHILDREN);
        for (Duty duty : duties.apply(filed)) {
            boolean inTime = duty.status(now) == Duty.Status.DONE;
            if (duty.demand().duty() == DutyKind.ASSESS && inTime) {
                measures.add(Measure.ASSESSED_IN_TIME);
            }
            if (duty.demand().duty() == DutyKind.ACKNOWLEDGE) {
                measures.add(Measure.TO_ACKNOWLEDGE);
                if (inTime) {
                    measures.add(Measure.ACKNOWLEDGED_IN_TIME);
                }
            }
        }
        screening(filed).ifPresent(measures::add);
        return measures;
    }

    private static Optional<Measure> screening(Filed filed) {
        return filed.steps().stream()
                .filter(step -> step.kind() == StepKind.SCREENED)
                .map(Step::result)
                .findFirst()
                .flatMap(result -> switch (result) {
                    case "assessment" -> Optional.of(Measure.TO_ASSESSMENT);
                    case "clarification" -> Optional.of(Measure.TO_CLARIFICATION);
                    default -> Optional.empty();
                });
    }

    /** The count of a cell, as it is: not for anybody's eyes. */
    long count(Cell cell) {
        if (cell.dimension() == Dimension.SEX && cell.measure() == Measure.CHILDREN) {
            return children(cell.category());
        }
        int most = cell.measure() == Measure.CHILDREN ? 1 : MOST_OF_ONE_CHILD;
        return counted.getOrDefault(cell, Map.of()).values().stream()
                .mapToLong(times -> Math.min(times, most))
                .sum();
    }

    /** A child counts once: as what its notifications state, and as unknown where they state nothing or both. */
    private long children(String category) {
        return counted.getOrDefault(new Cell(Measure.CHILDREN, Dimension.TOTAL, Cell.ALL), Map.of()).keySet().stream()
                .map(child -> stated.getOrDefault(child, Set.of()))
                .map(sexes -> sexes.size() == 1 ? sexes.iterator().next().id() : Categories.NO_SEX)
                .filter(category::equals)
                .count();
    }
}
