package dk.rettidig.handover;

import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.law.Deadline;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.HandoverDuty;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to be done about a handover and by when, and when people of a side are told: before each deadline and at it. */
@Singleton
public class HandoverClock {

    private final HandoverRegister register;
    private final DeadlineRegister deadlines;
    private final DeadlineEngine engine;

    HandoverClock(HandoverRegister register, DeadlineRegister deadlines, DeadlineEngine engine) {
        this.register = register;
        this.deadlines = deadlines;
        this.engine = engine;
    }

    /**
     * Something that one of the sides has to do.
     *
     * @param round the number of the act that began it; 0 when the move or the delivery did
     */
    public record Running(HandoverDuty duty, int round, Due due) {}

    /** Something to tell, at a moment. */
    record Alarm(HandoverDuty duty, int round, Telling.Level level, Instant at, Instant due) {}

    /** What runs; the receiver sees no clock before the delivery. */
    public List<Running> running(Filed filed) {
        Optional<Handover> handover = filed.handover();
        Optional<Instant> delivered = handover.flatMap(Handover::deliveredAt);
        Optional<Act> last = filed.acts().isEmpty()
                ? Optional.empty()
                : Optional.of(filed.acts().getLast());
        List<Optional<Running>> found =
                switch (filed.stage()) {
                    case AWAITING -> List.of(handover.flatMap(this::send));
                    case DELIVERED ->
                        List.of(
                                delivered.flatMap(at -> from(HandoverDuty.Kind.OPEN, 0, at)),
                                delivered.flatMap(at -> from(HandoverDuty.Kind.ANSWER, 0, at)));
                    case OPENED ->
                        List.of(last.filter(act -> act.kind() == ActKind.SUPPLEMENTED)
                                .flatMap(act -> from(HandoverDuty.Kind.ANSWER, act.number(), act.at()))
                                .or(() -> delivered.flatMap(at -> from(HandoverDuty.Kind.ANSWER, 0, at))));
                    case MORE_ASKED ->
                        List.of(last.flatMap(act -> from(HandoverDuty.Kind.SUPPLEMENT, act.number(), act.at())));
                    case ANSWERED ->
                        List.of(last.flatMap(act -> from(HandoverDuty.Kind.SETTLE, act.number(), act.at())));
                    case CLOSED, WITHDRAWN -> List.of();
                };
        return found.stream().flatMap(Optional::stream).toList();
    }

    private Optional<Running> send(Handover handover) {
        HandoverDuty duty = register.duty(HandoverDuty.Kind.SEND);
        Optional<Deadline> deadline = deadlines.find(duty.deadline());
        return deadline.flatMap(found -> engine.due(found, handover.knownOn())).map(due -> new Running(duty, 0, due));
    }

    private Optional<Running> from(HandoverDuty.Kind kind, int round, Instant from) {
        HandoverDuty duty = register.duty(kind);
        Optional<Deadline> deadline = deadlines.find(duty.deadline());
        return deadline.flatMap(found -> engine.due(found, from)).map(due -> new Running(duty, round, due));
    }

    /** What nobody of the own side was told yet, the next first. */
    List<Alarm> alarms(Filed filed, List<Telling> told) {
        List<Alarm> alarms = new ArrayList<>();
        for (Running running : running(filed)) {
            HandoverDuty duty = running.duty();
            if (filed.own().endedAt().isEmpty()
                    && duty.tell().contains(filed.own().side())) {
                Instant end = running.due().end();
                Instant warn = end.minus(Duration.ofHours(duty.warnHours()));
                alarms.add(new Alarm(duty, running.round(), Telling.Level.WARNING, warn, end));
                alarms.add(new Alarm(duty, running.round(), Telling.Level.OVERDUE, end, end));
            }
        }
        alarms.removeIf(alarm -> told.stream().anyMatch(each -> said(each, alarm)));
        alarms.sort(Comparator.comparing(Alarm::at));
        return alarms;
    }

    private static boolean said(Telling telling, Alarm alarm) {
        return telling.duty() == alarm.duty().kind()
                && telling.round() == alarm.round()
                && telling.level() == alarm.level();
    }
}
