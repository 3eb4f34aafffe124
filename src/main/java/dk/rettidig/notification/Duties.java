package dk.rettidig.notification;

import dk.rettidig.law.Deadline;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.Demand;
import dk.rettidig.law.DutyKind;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the law demands of a notification and by when: the tables of the policy set, the calendar, and what was done. */
@Singleton
public class Duties {

    /** What has to be done before a person concludes the screening. */
    private static final Set<DutyKind> BEFORE_SCREENING =
            Set.of(DutyKind.ASSESS, DutyKind.RISK_ASSESSMENT, DutyKind.CHILD_TALK, DutyKind.REASSESS);

    private final TriageRegister triage;
    private final DeadlineRegister deadlines;
    private final DeadlineEngine engine;

    Duties(TriageRegister triage, DeadlineRegister deadlines, DeadlineEngine engine) {
        this.triage = triage;
        this.deadlines = deadlines;
        this.engine = engine;
    }

    /** Every duty, in the order of the table. */
    public List<Duty> of(Notification notification, List<Step> steps) {
        return triage.demands(notification.marks(), notification.notifier(), notification.anonymous()).stream()
                .map(demand -> new Duty(demand, due(demand, notification.receivedAt()), done(demand.duty(), steps)))
                .toList();
    }

    private Optional<Due> due(Demand demand, Instant received) {
        Optional<Deadline> deadline = demand.deadline().flatMap(deadlines::find);
        return deadline.flatMap(found -> engine.due(found, received));
    }

    private static Optional<Instant> done(DutyKind duty, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.kind().duty().filter(duty::equals).isPresent())
                .map(Step::happenedAt)
                .min(Comparator.naturalOrder());
    }

    /** The next end of an open duty; empty when none has one. */
    public static Optional<Instant> next(List<Duty> duties) {
        return duties.stream()
                .filter(Duty::isOpen)
                .flatMap(duty -> duty.due().stream())
                .map(Due::end)
                .min(Comparator.naturalOrder());
    }

    /** Open duties that keep a person from concluding the screening. */
    public static List<DutyKind> beforeScreening(List<Duty> duties) {
        return duties.stream()
                .filter(Duty::isOpen)
                .map(duty -> duty.demand().duty())
                .filter(BEFORE_SCREENING::contains)
                .toList();
    }

    /** Whether nothing is left to do. */
    public static boolean done(List<Duty> duties) {
        return duties.stream().noneMatch(Duty::isOpen);
    }
}
