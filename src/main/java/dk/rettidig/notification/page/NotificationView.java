package dk.rettidig.notification.page;

import dk.rettidig.law.DutyKind;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Arrival;
import dk.rettidig.notification.ChildLink;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.LinkKind;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.notification.StepKind;
import dk.rettidig.text.JournalNumber;
import dk.rettidig.text.Justification;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One notification in words. */
record NotificationView(
        String id,
        int version,
        String received,
        String notifier,
        String causes,
        String marks,
        String age,
        String letter,
        String registry,
        String called,
        List<DutyRow> duties,
        List<StepRow> steps,
        List<ToldRow> told,
        List<OtherRow> others,
        List<NotificationLabels.Choice> choices,
        boolean joined,
        boolean first,
        List<LinkRow> links) {

    /** What is demanded. */
    record DutyRow(String what, String ref, String due, String lenient, String status, boolean late) {}

    /** What was done. */
    record StepRow(String what, String by, String at, String because) {}

    /** Who was told what; blank is the team leader. */
    record ToldRow(String who, String what) {}

    /** Another notification of the child; {@code same} of the same incident, {@code first} the incident's first. */
    record OtherRow(String id, String received, String notifier, String causes, boolean same, boolean first) {}

    /** Other children whom the child belongs together with. */
    record LinkRow(String id, boolean household, int others, List<OpenRow> open) {}

    /** A notification about one of them that is not done. */
    record OpenRow(String id, String received) {}

    static NotificationView of(
            NotificationDesk.View view, NotificationLabels labels, String chosen, Language language) {
        Filed filed = view.filed();
        Notification notification = filed.notification();
        return new NotificationView(
                notification.id().toString(),
                filed.version(),
                Words.time(notification.receivedAt(), language),
                labels.notifier(notification.notifier(), language),
                labels.causes(notification.causes(), language),
                notification.marks().stream()
                        .map(mark -> NotificationLabels.mark(mark, language))
                        .collect(Collectors.joining("; ")),
                language.choose(notification.age().danish(), notification.age().english()),
                notification.letter().map(JournalNumber::value).orElse(""),
                view.arrival().map(Arrival::registry).orElse(""),
                view.arrival().map(Arrival::called).orElse(""),
                view.duties().stream()
                        .map(duty -> duty(duty, view.now(), language))
                        .toList(),
                filed.steps().stream()
                        .map(step -> new StepRow(
                                NotificationLabels.step(step.kind(), step.result(), language),
                                step.by().value(),
                                Words.time(step.happenedAt(), language),
                                step.because().map(Justification::text).orElse("")))
                        .toList(),
                filed.escalations().stream()
                        .map(told -> new ToldRow(
                                told.to().map(name -> name.value()).orElse(""),
                                what(view.duties(), told.duty(), language)))
                        .toList(),
                view.earlier().stream()
                        .map(other -> other(other, notification, labels, language))
                        .toList(),
                labels.steps(open(view.duties()), chosen, language),
                !notification.incident().equals(notification.id()),
                view.earlier().stream()
                        .anyMatch(other -> other.notification().incident().equals(notification.id())),
                view.linked().stream().map(link -> link(link, language)).toList());
    }

    private static LinkRow link(ChildLink link, Language language) {
        return new LinkRow(
                link.id().toString(),
                link.kind() == LinkKind.HOUSEHOLD,
                link.others(),
                link.open().stream()
                        .map(open -> new OpenRow(open.id().toString(), Words.time(open.receivedAt(), language)))
                        .toList());
    }

    private static DutyRow duty(Duty duty, Instant now, Language language) {
        Duty.Status status = duty.status(now);
        return new DutyRow(
                language.choose(duty.demand().danish(), duty.demand().english()),
                duty.demand().ref(),
                duty.due().map(due -> text(due, language)).orElse(""),
                duty.due()
                        .filter(Due.OnDay.class::isInstance)
                        .map(Due.OnDay.class::cast)
                        .filter(day -> !day.lenient().equals(day.last()))
                        .map(day -> Words.date(day.lenient(), language))
                        .orElse(""),
                NotificationLabels.status(status, language),
                status == Duty.Status.OVERDUE || status == Duty.Status.DONE_LATE);
    }

    private static String text(Due due, Language language) {
        return switch (due) {
            case Due.AtMoment at -> Words.time(at.moment(), language);
            case Due.OnDay day -> Words.date(day.last(), language);
        };
    }

    private static String what(List<Duty> duties, DutyKind kind, Language language) {
        return duties.stream()
                .filter(duty -> duty.demand().duty() == kind)
                .findFirst()
                .map(duty ->
                        language.choose(duty.demand().danish(), duty.demand().english()))
                .orElse(kind.id());
    }

    private static OtherRow other(Filed filed, Notification shown, NotificationLabels labels, Language language) {
        Notification notification = filed.notification();
        return new OtherRow(
                notification.id().toString(),
                Words.time(notification.receivedAt(), language),
                labels.notifier(notification.notifier(), language),
                labels.causes(notification.causes(), language),
                notification.incident().equals(shown.incident()),
                notification.id().equals(shown.incident()));
    }

    /** What can still be done. */
    private static List<StepKind> open(List<Duty> duties) {
        Set<DutyKind> open = duties.stream()
                .filter(Duty::isOpen)
                .map(duty -> duty.demand().duty())
                .collect(Collectors.toSet());
        return Arrays.stream(StepKind.values())
                .filter(kind ->
                        kind.duty().map(open::contains).orElse(kind == StepKind.MEASURE_STARTED || !open.isEmpty()))
                .toList();
    }
}
