package dk.rettidig.handover.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.Handover;
import dk.rettidig.handover.HandoverClock.Running;
import dk.rettidig.handover.HandoverDesk;
import dk.rettidig.handover.Handovers.Filed;
import dk.rettidig.handover.OwnSide;
import dk.rettidig.handover.Telling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A handover as JSON, as one municipality may know it. No pseudonym is shown, and no name of the other municipality's people. */
@Schema(name = "Handover")
record HandoverJson(
        UUID id,
        String side,
        String other,
        String stage,
        Instant announcedAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> endedAt,
        Optional<String> responsible,
        Optional<UUID> notification,
        Optional<Contents> contents,
        List<Duty> duties,
        List<Said> acts,
        List<Told> tellings) {

    /** What was handed over; absent at the receiver until somebody there opened it. */
    @Schema(name = "HandoverContents")
    record Contents(
            String age,
            LocalDate movedOn,
            LocalDate knownOn,
            Set<String> grounds,
            Set<String> materials,
            Optional<String> remark) {

        static Contents of(Handover handover) {
            return new Contents(
                    handover.age().id(),
                    handover.movedOn(),
                    handover.knownOn(),
                    handover.grounds(),
                    handover.materials(),
                    handover.remark().map(remark -> remark.text()));
        }
    }

    /** What is to be done now, and by whom. */
    @Schema(name = "HandoverDuty")
    record Duty(String duty, String side, Instant due, boolean overdue) {

        static Duty of(Running running, Instant now) {
            return new Duty(
                    running.duty().kind().id(),
                    running.duty().side().id(),
                    running.due().end(),
                    !running.due().inTime(now));
        }
    }

    /**
     * What a municipality said to the other one.
     *
     * @param job what the person does
     * @param by the person, of the own municipality only
     */
    @Schema(name = "HandoverAct")
    record Said(
            int number,
            String side,
            String act,
            String code,
            Optional<String> because,
            Set<String> materials,
            String job,
            Optional<String> by,
            Instant at) {

        static Said of(Act act, Filed filed) {
            return new Said(
                    act.number(),
                    act.kind().side().id(),
                    act.kind().id(),
                    act.code(),
                    act.because().map(why -> why.text()),
                    act.materials(),
                    act.job().id(),
                    Optional.ofNullable(filed.people().get(act.number())).map(ActorName::value),
                    act.at());
        }
    }

    /**
     * Somebody of the own municipality was told.
     *
     * @param to the responsible person; absent is whoever leads the team
     */
    @Schema(name = "HandoverTold")
    record Told(String duty, String level, Optional<String> to, Instant due, Instant at) {

        static Told of(Telling telling) {
            return new Told(
                    telling.duty().id(),
                    telling.level().id(),
                    telling.to().map(ActorName::value),
                    telling.due(),
                    telling.at());
        }
    }

    static HandoverJson of(HandoverDesk.View view) {
        Filed filed = view.filed();
        OwnSide own = filed.own();
        return new HandoverJson(
                own.handover().value(),
                own.side().id(),
                own.other().value(),
                filed.stage().id(),
                own.announcedAt(),
                filed.handover().flatMap(Handover::deliveredAt),
                own.endedAt(),
                own.responsible().map(ActorName::value),
                own.notification().map(id -> id.value()),
                filed.contents().map(Contents::of),
                view.running().stream()
                        .map(running -> Duty.of(running, view.now()))
                        .toList(),
                filed.acts().stream().map(act -> Said.of(act, filed)).toList(),
                filed.tellings().stream().map(Told::of).toList());
    }
}
