package dk.rettidig.followup;

import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.law.Deadline;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.FollowUpStep;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When somebody is told that nothing has happened: the steps of the policy set, counted from the listing, once each. */
@Singleton
class FollowUpClock {

    private final FollowUpRegister register;
    private final DeadlineRegister deadlines;
    private final DeadlineEngine engine;

    FollowUpClock(FollowUpRegister register, DeadlineRegister deadlines, DeadlineEngine engine) {
        this.register = register;
        this.deadlines = deadlines;
        this.engine = engine;
    }

    /** Something to tell, at a moment. */
    record Alarm(FollowUpStep step, Instant at) {}

    /** Everything that nobody was told yet, the next first; nothing for what is not on the list. */
    List<Alarm> alarms(Filed filed) {
        if (filed.followUp().state() != FollowUp.State.OPEN) {
            return List.of();
        }
        List<String> told = filed.told().stream().map(Telling::step).toList();
        return register.steps().stream()
                .filter(step -> !told.contains(step.id()))
                .flatMap(step -> at(step, filed.followUp().listedAt()).map(at -> new Alarm(step, at)).stream())
                .sorted(Comparator.comparing(Alarm::at))
                .toList();
    }

    /** When the next person is told. */
    Optional<Instant> next(Filed filed) {
        return alarms(filed).stream().map(Alarm::at).findFirst();
    }

    /** When a follow-up that has just come on the list is told first. */
    Optional<Instant> first(FollowUp followUp) {
        return next(new Filed(followUp, List.of(), List.of(), List.of(), 0));
    }

    /** When something comes back that is closed now as being handled. */
    Optional<Instant> back(Instant closed) {
        return end(register.comesBack(), closed);
    }

    private Optional<Instant> at(FollowUpStep step, Instant listed) {
        return switch (step.when()) {
            case LISTED -> Optional.of(listed);
            case DEADLINE -> step.deadline().flatMap(id -> end(id, listed));
            case NOTIFICATION -> Optional.empty();
        };
    }

    private Optional<Instant> end(String id, Instant from) {
        Optional<Deadline> deadline = deadlines.find(id);
        return deadline.flatMap(found -> engine.due(found, from)).map(Due::end);
    }
}
