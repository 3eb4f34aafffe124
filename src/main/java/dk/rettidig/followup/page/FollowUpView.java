package dk.rettidig.followup.page;

import dk.rettidig.access.ActorName;
import dk.rettidig.followup.ClosingCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUps.Filed;
import dk.rettidig.followup.Move;
import dk.rettidig.handover.HandoverId;
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
        HouseholdRows household,
        List<FollowUpLabels.Choice> codes) {

    /** Who was told what; blank is the team leader. */
    record ToldRow(String who, String what, String at) {}

    /** How it was closed. */
    record ClosedRow(String code, String because, String by, String at, String back, MoveRow move) {}

    /**
     * Where the child moved.
     *
     * @param where blank when nobody said
     * @param handover the id of the handover; blank when there is none
     * @param stage where it stands; blank when it is erased
     */
    record MoveRow(String where, String handover, String stage, boolean outside) {

        static final MoveRow NONE = new MoveRow("", "", "", false);
    }

    /**
     * Other children of the household.
     *
     * @param children with this child
     * @param notifications that count, of all of them
     */
    record HouseholdRows(int children, int notifications, List<ChildRow> others) {}

    /** Another child of the household. */
    record ChildRow(String id, String state, String reasons, int notifications, String latest) {}

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
                closed(view, labels, language),
                filed.measures().stream()
                        .map(measure -> labels.measure(measure, language))
                        .toList(),
                view.notifications().stream()
                        .map(notification -> new NoticeRow(
                                notification.id().toString(),
                                Words.date(notification.receivedAt(), language),
                                labels.notification(notification, language)))
                        .toList(),
                household(view, language),
                codes(chosen, language));
    }

    private static HouseholdRows household(FollowUpDesk.View view, Language language) {
        List<FollowUp> others = view.household().stream().map(Filed::followUp).toList();
        int all = view.filed().followUp().notifications()
                + others.stream().mapToInt(FollowUp::notifications).sum();
        return new HouseholdRows(
                1 + (int) others.stream().map(FollowUp::child).distinct().count(),
                all,
                others.stream()
                        .map(other -> new ChildRow(
                                other.id().toString(),
                                FollowUpLabels.state(other.state(), language),
                                FollowUpLabels.reasons(other.reasons(), language),
                                other.notifications(),
                                Words.date(other.latestAt(), language)))
                        .toList());
    }

    private static List<ToldRow> told(Filed filed, FollowUpLabels labels, Language language) {
        return filed.tellings().stream()
                .map(telling -> new ToldRow(
                        telling.to().map(name -> name.value()).orElse(""),
                        labels.step(telling.step(), language),
                        Words.time(telling.at(), language)))
                .toList();
    }

    private static List<ClosedRow> closed(FollowUpDesk.View view, FollowUpLabels labels, Language language) {
        return view.filed().closings().stream()
                .map(closing -> new ClosedRow(
                        language.choose(closing.code().danish(), closing.code().english()),
                        closing.because().text(),
                        closing.by().value(),
                        Words.time(closing.at(), language),
                        time(closing.backAt(), language),
                        closing.move()
                                .map(move -> moved(move, view, labels, language))
                                .orElse(MoveRow.NONE)))
                .toList();
    }

    private static MoveRow moved(Move move, FollowUpDesk.View view, FollowUpLabels labels, Language language) {
        return new MoveRow(
                labels.move(move, language),
                move.handover().map(HandoverId::toString).orElse(""),
                view.handovers().stream()
                        .filter(each ->
                                move.handover().filter(each.id()::equals).isPresent())
                        .map(each -> language.choose(
                                each.stage().danish(), each.stage().english()))
                        .findFirst()
                        .orElse(""),
                move.notifiedOutside());
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
