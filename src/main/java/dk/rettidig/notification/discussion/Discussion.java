package dk.rettidig.notification.discussion;

import dk.rettidig.access.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people see in a figure and do about it.
 *
 * @param seen what they see in it: 20 to 4,000 characters, no CPR number
 * @param actions in the order in which they are due
 */
public record Discussion(
        UUID id,
        MunicipalityCode municipality,
        ShownFigure shown,
        String seen,
        Instant openedAt,
        List<Planned> actions) {

    public Discussion {
        actions = List.copyOf(actions);
    }

    /**
     * Something to be done.
     *
     * @param notifier the group it is done towards, a code
     * @param institution which of them; blank for the whole group
     * @param note what was agreed; blank when the kind says it
     * @param responsible a function in the municipality, never a person
     */
    public record Planned(
            UUID id,
            ActionKind kind,
            String notifier,
            String institution,
            String note,
            String responsible,
            LocalDate due,
            Instant plannedAt,
            Optional<End> end) {

        /** Whether the day has passed and nobody ended it. */
        public boolean overdue(LocalDate today) {
            return end.isEmpty() && due.isBefore(today);
        }
    }

    /**
     * How an action ended.
     *
     * @param day the Danish day on which it was done or given up
     * @param reason why it was given up; may be blank when it was done
     */
    public record End(Outcome outcome, LocalDate day, String reason, Instant endedAt) {}

    /** Actions that somebody should have done. */
    public long overdue(LocalDate today) {
        return actions.stream().filter(action -> action.overdue(today)).count();
    }

    @Override
    public String toString() {
        return "Discussion[" + id + "]";
    }
}
