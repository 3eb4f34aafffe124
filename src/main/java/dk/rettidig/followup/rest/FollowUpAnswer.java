package dk.rettidig.followup.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.Closing;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.Telling;
import dk.rettidig.followup.Wording;
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
    record Closed(int opening, String code, String because, String by, Instant at, Optional<Instant> backAt) {

        static Closed of(Closing closing) {
            return new Closed(
                    closing.opening(),
                    closing.code().id(),
                    closing.because().text(),
                    closing.by().value(),
                    closing.at(),
                    closing.backAt());
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
                filed.closings().stream().map(Closed::of).toList(),
                filed.measures().stream().map(Registered::of).toList(),
                view.notifications().stream().map(Received::of).toList(),
                Meaning.ABSENCE);
    }
}
