package dk.rettidig.followup.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.Closing;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.Move;
import dk.rettidig.followup.Telling;
import dk.rettidig.followup.Wording;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.handover.HandoverStart;
import dk.rettidig.notification.Notification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A follow-up as JSON. The pseudonym is not shown. */
@Schema(name = "FollowUp")
record FollowUpAnswer(
        UUID id,
        String state,
        List<String> reasons,
        int notifications,
        Optional<String> responsible,
        int opening,
        Instant listedAt,
        Instant latestAt,
        Optional<Instant> backAt,
        Optional<Registered> measure,
        List<Told> tellings,
        List<Closed> closings,
        List<Registered> measures,
        List<Received> received,
        List<Household> household,
        Meaning meaning) {

    /** What the list says and what it does not. */
    @Schema(name = "FollowUpMeaning")
    record Meaning(String danish, String english) {

        static final Meaning ABSENCE = new Meaning(Wording.DANISH, Wording.ENGLISH);
    }

    /** A measure on record. */
    @Schema(name = "FollowUpMeasure")
    record Registered(String kind, LocalDate from, Optional<LocalDate> to) {

        static Registered of(Measure measure) {
            return new Registered(measure.kind(), measure.from(), measure.to());
        }
    }

    /**
     * Somebody was told.
     *
     * @param to the responsible person; absent is whoever leads the team
     */
    @Schema(name = "FollowUpTold")
    record Told(int opening, String step, Optional<String> to, Instant due, Instant at) {

        static Told of(Telling telling) {
            return new Told(
                    telling.opening(),
                    telling.step(),
                    telling.to().map(name -> name.value()),
                    telling.due(),
                    telling.at());
        }
    }

    /** How a person closed it. */
    @Schema(name = "FollowUpClosed")
    record Closed(
            int opening,
            String code,
            String because,
            String by,
            Instant at,
            Optional<Instant> backAt,
            Optional<Moved> moved) {

        static Closed of(Closing closing, List<HandoverStart.Standing> handovers) {
            return new Closed(
                    closing.opening(),
                    closing.code().id(),
                    closing.because().text(),
                    closing.by().value(),
                    closing.at(),
                    closing.backAt(),
                    closing.move().map(move -> Moved.of(move, handovers)));
        }
    }

    /**
     * Where the child moved.
     *
     * @param to the code of a municipality, or abroad
     * @param handover the handover that began or was under way; absent where nothing can be handed over here
     * @param stage where it stands; absent when it is erased
     * @param notifyOutside whether the municipality has to be notified in another way
     */
    @Schema(name = "FollowUpMoved")
    record Moved(String to, LocalDate on, Optional<UUID> handover, Optional<String> stage, boolean notifyOutside) {

        static Moved of(Move move, List<HandoverStart.Standing> handovers) {
            return new Moved(
                    move.place(),
                    move.on(),
                    move.handover().map(HandoverId::value),
                    handovers.stream()
                            .filter(each ->
                                    move.handover().filter(each.id()::equals).isPresent())
                            .map(each -> each.stage().id())
                            .findFirst(),
                    move.notifiedOutside());
        }
    }

    /** Another child of the household that is on the list, or was. */
    @Schema(name = "FollowUpOfHousehold")
    record Household(
            UUID id, String state, List<String> reasons, int notifications, Instant listedAt, Instant latestAt) {

        static Household of(Filed filed) {
            FollowUp followUp = filed.followUp();
            return new Household(
                    followUp.id().value(),
                    followUp.state().id(),
                    followUp.reasonIds(),
                    followUp.notifications(),
                    followUp.listedAt(),
                    followUp.latestAt());
        }
    }

    /** A notification about the child. */
    @Schema(name = "FollowUpNotification")
    record Received(UUID id, UUID incident, Instant receivedAt, String notifier, Set<String> causes) {

        static Received of(Notification notification) {
            return new Received(
                    notification.id().value(),
                    notification.incident().value(),
                    notification.receivedAt(),
                    notification.notifier(),
                    notification.causes());
        }
    }

    static FollowUpAnswer of(FollowUpDesk.View view) {
        Filed filed = view.filed();
        FollowUp followUp = filed.followUp();
        return new FollowUpAnswer(
                followUp.id().value(),
                followUp.state().id(),
                followUp.reasonIds(),
                followUp.notifications(),
                followUp.responsible().map(ActorName::value),
                followUp.opening(),
                followUp.listedAt(),
                followUp.latestAt(),
                followUp.backAt(),
                followUp.measure().map(Registered::of),
                filed.tellings().stream().map(Told::of).toList(),
                filed.closings().stream()
                        .map(closing -> Closed.of(closing, view.handovers()))
                        .toList(),
                filed.measures().stream().map(Registered::of).toList(),
                view.notifications().stream().map(Received::of).toList(),
                view.household().stream().map(Household::of).toList(),
                Meaning.ABSENCE);
    }
}
