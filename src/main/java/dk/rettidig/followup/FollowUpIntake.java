package dk.rettidig.followup;

import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.law.FollowUpDefinition;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.FollowUpStep;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationListener;
import dk.rettidig.notification.Notifications;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepKind;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts children on the list when a notification is registered, in its transaction: what is repeated or grave is on the list
 * before anybody can forget it. A notification after a closing opens it again.
 */
@Singleton
class FollowUpIntake implements NotificationListener {

    private final FollowUps followUps;
    private final Notifications notifications;
    private final FollowUpRegister register;
    private final FollowUpBook book;

    FollowUpIntake(FollowUps followUps, Notifications notifications, FollowUpRegister register, FollowUpBook book) {
        this.followUps = followUps;
        this.notifications = notifications;
        this.register = register;
        this.book = book;
    }

    @Override
    public void expect(MunicipalityCode municipality, Set<Pseudonym> children) {
        followUps.expect(municipality, children);
    }

    @Override
    public void registered(Actor actor, Notification notification) {
        followUps.hold(notification.municipality(), notification.child());
        List<Notice> notices = notifications.ofChild(notification).stream()
                .map(filed -> Notice.of(filed.notification()))
                .toList();
        List<Notice> recent = Standing.recent(notices, register.months());
        Set<Reason> reasons = Standing.reasons(register.listed(), recent);
        int counted = Standing.count(register.listed(), recent);
        Optional<Filed> known = current(notification);
        if (known.isPresent()) {
            again(actor, known.get(), notification, reasons, counted);
        } else if (!reasons.isEmpty()
                || counted(notices, Notice.of(notification).day().getYear())) {
            FollowUp fresh = fresh(notification, reasons, counted);
            if (reasons.isEmpty()) {
                followUps.add(fresh, Optional.empty());
            } else {
                book.begin(actor, fresh);
            }
        }
        marked(actor, notification);
    }

    /** The one on the list, or the one that was on it last. */
    private Optional<Filed> current(Notification notification) {
        return followUps.ofChild(notification.municipality(), notification.child()).stream()
                .max(Comparator.comparing((Filed filed) -> filed.followUp().state() == FollowUp.State.OPEN)
                        .thenComparing(filed -> filed.followUp().listedAt()));
    }

    private boolean counted(List<Notice> notices, int year) {
        return register.definitions().stream()
                .anyMatch(definition ->
                        Standing.inYear(definition, notices, List.of(), year) != Standing.InYear.NOT_COUNTED);
    }

    private static FollowUp fresh(Notification notification, Set<Reason> reasons, int counted) {
        boolean listed = !reasons.isEmpty();
        return new FollowUp(
                FollowUpId.random(),
                notification.municipality(),
                notification.child(),
                reasons,
                counted,
                notification.responsible(),
                listed ? FollowUp.State.OPEN : FollowUp.State.WATCHED,
                listed ? 1 : 0,
                notification.receivedAt(),
                notification.receivedAt(),
                Optional.empty(),
                Optional.empty());
    }

    private void again(Actor actor, Filed filed, Notification notification, Set<Reason> reasons, int counted) {
        Instant received = notification.receivedAt();
        Instant now = notification.registeredAt();
        FollowUp followUp = filed.followUp().notified(reasons, counted, notification.responsible(), received);
        Filed changed = filed.with(followUp);
        switch (followUp.state()) {
            case OPEN -> {
                book.keep(changed);
                more(actor, changed, notification);
            }
            case CLOSED -> book.list(actor, changed, received, FollowUpEvent.Why.NOTIFIED_AGAIN, now);
            case WATCHED -> {
                if (reasons.isEmpty()) {
                    book.keep(changed);
                } else {
                    book.list(actor, changed, received, FollowUpEvent.Why.NOTIFICATIONS, now);
                }
            }
            case MEASURE -> {
                if (book.answer(followUp, filed.measures(), now).isPresent()) {
                    book.keep(changed);
                } else {
                    book.list(actor, changed, received, FollowUpEvent.Why.NOTIFIED_AGAIN, now);
                }
            }
        }
    }

    private void more(Actor actor, Filed filed, Notification notification) {
        for (FollowUpStep step : register.steps()) {
            if (step.when() == FollowUpStep.When.NOTIFICATION) {
                book.tell(
                        actor,
                        filed,
                        step,
                        notification.id().toString(),
                        notification.receivedAt(),
                        notification.registeredAt());
            }
        }
    }

    /** A mark says that a measure runs on the day of the notification. */
    private void marked(Actor actor, Notification notification) {
        for (NotificationMark mark : notification.marks()) {
            String kind = Measure.MARK + mark.id();
            if (register.definitions().stream().anyMatch(each -> registers(each, kind))) {
                LocalDate day = Due.dayOf(notification.receivedAt());
                measured(actor, notification, new Measure(kind, day, Optional.of(day)), notification.registeredAt());
            }
        }
    }

    private static boolean registers(FollowUpDefinition definition, String kind) {
        return definition.measures().contains(kind) || definition.unclear().contains(kind);
    }

    @Override
    public void stepped(Actor actor, Notification notification, Step step) {
        if (step.kind() == StepKind.MEASURE_STARTED) {
            followUps.hold(notification.municipality(), notification.child());
            Measure measure = new Measure(Measure.STEP + step.result(), Due.dayOf(step.happenedAt()), Optional.empty());
            measured(actor, notification, measure, step.recordedAt());
        }
    }

    private void measured(Actor actor, Notification notification, Measure measure, Instant now) {
        for (Filed filed : followUps.ofChild(notification.municipality(), notification.child())) {
            book.measure(actor, filed, measure, now);
        }
    }
}
