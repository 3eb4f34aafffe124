package dk.rettidig.notification.rest;

import dk.rettidig.access.ActorName;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Arrival;
import dk.rettidig.notification.ChildLink;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.Escalation;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.notification.Step;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A notification as JSON. Reasons are shown to those who work on it; the pseudonym is not shown. */
@Schema(name = "Notification")
record NotificationAnswer(
        UUID id,
        UUID incident,
        Instant receivedAt,
        Instant registeredAt,
        String registeredBy,
        Optional<String> responsible,
        String age,
        String notifier,
        boolean anonymous,
        Set<String> causes,
        List<String> marks,
        Optional<String> letter,
        Optional<Delivered> delivered,
        List<Demanded> duties,
        List<Done> steps,
        List<Told> escalations,
        List<Earlier> otherNotifications,
        List<Linked> linkedChildren) {

    /**
     * Something that is demanded.
     *
     * @param due the end by the stricter reading
     * @param lastDay the last day in time, where the deadline is in days
     * @param lenientDay the last day by the more lenient reading, where it is another
     */
    @Schema(name = "NotificationDuty")
    record Demanded(
            String duty,
            String status,
            Optional<Instant> due,
            Optional<LocalDate> lastDay,
            Optional<LocalDate> lenientDay,
            Optional<Instant> doneAt,
            String ref) {

        static Demanded of(Duty duty, Instant now) {
            Optional<Due.OnDay> day =
                    duty.due().filter(Due.OnDay.class::isInstance).map(Due.OnDay.class::cast);
            return new Demanded(
                    duty.demand().duty().id(),
                    duty.status(now).id(),
                    duty.due().map(Due::end),
                    day.map(Due.OnDay::last),
                    day.filter(each -> !each.lenient().equals(each.last())).map(Due.OnDay::lenient),
                    duty.doneAt(),
                    duty.demand().ref());
        }
    }

    /** How it was delivered; absent when a person registered it. */
    @Schema(name = "NotificationDelivered")
    record Delivered(String registry, String called, UUID delivery, Instant at) {

        static Delivered of(Arrival arrival) {
            return new Delivered(arrival.registry(), arrival.called(), arrival.delivery(), arrival.deliveredAt());
        }
    }

    /** Something a person did. */
    @Schema(name = "NotificationDone")
    record Done(
            String step, String result, Optional<String> because, String by, Instant happenedAt, Instant recordedAt) {

        static Done of(Step step) {
            return new Done(
                    step.kind().id(),
                    step.result(),
                    step.because().map(Justification::text),
                    step.by().value(),
                    step.happenedAt(),
                    step.recordedAt());
        }
    }

    /** Somebody was told. */
    @Schema(name = "NotificationTold")
    record Told(String duty, String level, Optional<String> to, Instant at) {

        static Told of(Escalation escalation) {
            return new Told(
                    escalation.duty().id(),
                    escalation.level().id(),
                    escalation.to().map(name -> name.value()),
                    escalation.at());
        }
    }

    /** Another notification about the same child. */
    @Schema(name = "OtherNotification")
    record Earlier(UUID id, UUID incident, Instant receivedAt, String notifier, Set<String> causes, boolean screened) {

        static Earlier of(Filed filed) {
            Notification notification = filed.notification();
            return new Earlier(
                    notification.id().value(),
                    notification.incident().value(),
                    notification.receivedAt(),
                    notification.notifier(),
                    notification.causes(),
                    filed.screened().isPresent());
        }
    }

    /**
     * Other children whom the child belongs together with; of them no more than which notifications are not done.
     *
     * @param kind {@code household}, or {@code letter} where one letter or incident names them all
     */
    @Schema(name = "LinkedChildren")
    record Linked(UUID id, String kind, int otherChildren, List<Waiting> open) {

        static Linked of(ChildLink link) {
            return new Linked(
                    link.id(),
                    link.kind().id(),
                    link.others(),
                    link.open().stream()
                            .map(open -> new Waiting(open.id().value(), open.receivedAt()))
                            .toList());
        }
    }

    /** A notification about one of them that is not done. */
    @Schema(name = "LinkedNotification")
    record Waiting(UUID id, Instant receivedAt) {}

    static NotificationAnswer of(NotificationDesk.View view) {
        Filed filed = view.filed();
        Notification notification = filed.notification();
        return new NotificationAnswer(
                notification.id().value(),
                notification.incident().value(),
                notification.receivedAt(),
                notification.registeredAt(),
                notification.registeredBy().value(),
                notification.responsible().map(ActorName::value),
                notification.age().id(),
                notification.notifier(),
                notification.anonymous(),
                notification.causes(),
                notification.markIds(),
                notification.letter().map(JournalNumber::value),
                view.arrival().map(Delivered::of),
                view.duties().stream()
                        .map(duty -> Demanded.of(duty, view.now()))
                        .toList(),
                filed.steps().stream().map(Done::of).toList(),
                filed.escalations().stream().map(Told::of).toList(),
                view.earlier().stream().map(Earlier::of).toList(),
                view.linked().stream().map(Linked::of).toList());
    }

    /** The answer with the version that whoever changes it sends back. */
    static RestResponse<NotificationAnswer> response(NotificationDesk.View view, int status) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), of(view))
                .tag(new EntityTag(Integer.toString(view.filed().version())))
                .build();
    }

    /** A text that is no tag of ours counts as one that was read long ago; none at all is asked for, after the gate. */
    static Optional<Integer> version(Optional<String> tag) {
        return tag.map(
                text -> text.matches("\"[0-9]{1,9}\"") ? Integer.parseInt(text.substring(1, text.length() - 1)) : -1);
    }
}
