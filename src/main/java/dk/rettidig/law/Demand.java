package dk.rettidig.law;

import java.util.Optional;
import java.util.Set;

/**
 * A line of {@code triage.yaml}: what a notification demands, and when.
 *
 * @param marks any of them is enough; empty means always
 * @param notifiers codes of notifier groups, any of them; empty means every group
 * @param deadline the id of a deadline; empty when the law has no day for it
 * @param warnHours how long before the deadline the responsible person is told; hours
 */
public record Demand(
        String id,
        DutyKind duty,
        String danish,
        String english,
        Set<NotificationMark> marks,
        Set<String> notifiers,
        boolean unlessAnonymous,
        Optional<String> deadline,
        int warnHours,
        String ref,
        Confidence confidence) {

    public Demand {
        marks = Set.copyOf(marks);
        notifiers = Set.copyOf(notifiers);
    }

    /** Whether a notification like this demands it. */
    public boolean holds(Set<NotificationMark> has, String notifier, boolean anonymous) {
        return !(unlessAnonymous && anonymous)
                && (marks.isEmpty() || marks.stream().anyMatch(has::contains))
                && (notifiers.isEmpty() || notifiers.contains(notifier));
    }
}
