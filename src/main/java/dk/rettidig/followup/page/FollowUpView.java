package dk.rettidig.followup.page;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.ClosingCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One follow-up in words. */
record FollowUpView(
        String id,
        int version,
        boolean open,
        String state,
        String reasons,
        int notifications,
        String latest,
        String listed,
        String responsible,
        String measure,
        List<ToldRow> told,
        List<ClosedRow> closed,
        List<String> measures,
        List<NoticeRow> notices,
        List<FollowUpLabels.Choice> codes) {

    /** Who was told what; blank is the team leader. */
    record ToldRow(String who, String what, String at) {}

    /** How it was closed. */
    record ClosedRow(String code, String because, String by, String at, String back) {}

    /** A notification of the child. */
    record NoticeRow(String id, String received, String what) {}

    static FollowUpView of(FollowUpDesk.View view, FollowUpLabels labels, String chosen, Language language) {
        Filed filed = view.filed();
        FollowUp followUp = filed.followUp();
        return new FollowUpView(
                followUp.id().toString(),
                filed.version(),
                followUp.state() == FollowUp.State.OPEN,
                FollowUpLabels.state(followUp.state(), language),
                FollowUpLabels.reasons(followUp.reasons(), language),
                followUp.notifications(),
                Words.date(followUp.latestAt(), language),
                Words.date(followUp.listedAt(), language),
                followUp.responsible()
                        .map(ActorName::value)
                        .orElseGet(() -> language.choose("ingen endnu", "nobody yet")),
                followUp.measure()
                        .map(measure -> labels.measure(measure, language))
                        .orElse(""),
                told(filed, labels, language),
                closed(filed, language),
                filed.measures().stream()
                        .map(measure -> labels.measure(measure, language))
                        .toList(),
                view.notifications().stream()
                        .map(notification -> new NoticeRow(
                                notification.id().toString(),
                                Words.date(notification.receivedAt(), language),
                                labels.notification(notification, language)))
                        .toList(),
                codes(chosen, language));
    }

    private static List<ToldRow> told(Filed filed, FollowUpLabels labels, Language language) {
        return filed.tellings().stream()
                .map(telling -> new ToldRow(
                        telling.to().map(name -> name.value()).orElse(""),
                        labels.step(telling.step(), language),
                        Words.time(telling.at(), language)))
                .toList();
    }

    private static List<ClosedRow> closed(Filed filed, Language language) {
        return filed.closings().stream()
                .map(closing -> new ClosedRow(
                        language.choose(closing.code().danish(), closing.code().english()),
                        closing.because().text(),
                        closing.by().value(),
                        Words.time(closing.at(), language),
                        time(closing.backAt(), language)))
                .toList();
    }

    private static String time(Optional<Instant> at, Language language) {
        return at.map(moment -> Words.date(moment, language)).orElse("");
    }

    static List<FollowUpLabels.Choice> codes(String chosen, Language language) {
        return Arrays.stream(ClosingCode.values())
                .map(code -> new FollowUpLabels.Choice(
                        code.id(),
                        language.choose(code.danish(), code.english()),
                        code.id().equals(chosen)))
                .toList();
    }
}
