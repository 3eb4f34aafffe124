package dk.rettidig.notification.discussion.page;

import dk.rettidig.notification.discussion.ActionKind;
import dk.rettidig.notification.discussion.Discussion;
import dk.rettidig.notification.discussion.DiscussionDesk;
import dk.rettidig.notification.discussion.Outcome;
import dk.rettidig.notification.discussion.ShownFigure;
import dk.rettidig.notification.statistics.Categories;
import dk.rettidig.notification.statistics.Cell;
import dk.rettidig.notification.statistics.Dimension;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What the pages say about discussions. */
public record DiscussionText(
        String id,
        String figure,
        Row started,
        String seen,
        String openedAt,
        List<Planned> actions,
        long open,
        long overdue,
        List<Row> later) {

    /** A figure with its interval, and what it says beside the one that started it. */
    public record Row(String edition, String figure, String margin, String interval, String change) {}

    /** Something to choose. */
    public record Choice(String id, String text, boolean chosen) {}

    /** An action; {@code ended} is blank until it ended. */
    public record Planned(
            String id,
            String kind,
            String whom,
            String note,
            String responsible,
            String due,
            boolean overdue,
            String ended,
            String reason) {}

    static DiscussionText of(DiscussionDesk.Read read, LocalDate today, Categories categories, Language language) {
        Discussion discussion = read.discussion();
        ShownFigure started = discussion.shown();
        return new DiscussionText(
                discussion.id().toString(),
                words(started.cell(), categories, language),
                row(started, "", language),
                discussion.seen(),
                Words.date(discussion.openedAt(), language),
                discussion.actions().stream()
                        .map(action -> planned(action, today, categories, language))
                        .toList(),
                discussion.actions().stream()
                        .filter(action -> action.end().isEmpty())
                        .count(),
                discussion.overdue(today),
                read.later().stream()
                        .map(figure -> row(figure, words(figure.since(started), language), language))
                        .toList());
    }

    private static Row row(ShownFigure shown, String change, Language language) {
        return new Row(
                shown.issue().edition().name(),
                Words.count(shown.figure(), language),
                Words.count(shown.margin(), language),
                Words.count(shown.low(), language) + "–" + Words.count(shown.high(), language),
                change);
    }

    static String words(Cell cell, Categories categories, Language language) {
        String category = categories.of(cell.dimension(), language).getOrDefault(cell.category(), cell.category());
        return cell.measure().words(language) + ": " + category;
    }

    private static String words(ShownFigure.Change change, Language language) {
        return switch (change) {
            case WITHIN_CHANCE ->
                language.choose("Tilfældighed kan forklare ændringen", "Chance may explain the change");
            case HIGHER ->
                language.choose(
                        "Højere, end tilfældighed forklarer. Tallet siger ikke hvorfor",
                        "Higher than chance explains. The figure does not say why");
            case LOWER ->
                language.choose(
                        "Lavere, end tilfældighed forklarer. Tallet siger ikke hvorfor",
                        "Lower than chance explains. The figure does not say why");
            case NOT_COMPARABLE ->
                language.choose("Kan ikke sammenlignes: ikke en hel periode", "Cannot be compared: not a whole period");
        };
    }

    private static Planned planned(
            Discussion.Planned action, LocalDate today, Categories categories, Language language) {
        String group = categories.of(Dimension.NOTIFIER, language).getOrDefault(action.notifier(), action.notifier());
        return new Planned(
                action.id().toString(),
                action.kind().words(language),
                action.institution().isEmpty() ? group : group + ": " + action.institution(),
                action.note(),
                action.responsible(),
                Words.date(action.due(), language),
                action.overdue(today),
                action.end()
                        .map(end -> (end.outcome() == Outcome.DONE
                                        ? language.choose("Gjort ", "Done ")
                                        : language.choose("Opgivet ", "Given up "))
                                + Words.date(end.day(), language))
                        .orElse(""),
                action.end().map(Discussion.End::reason).orElse(""));
    }

    static List<Choice> kinds(String chosen, Language language) {
        return Arrays.stream(ActionKind.values())
                .map(kind ->
                        new Choice(kind.id(), kind.words(language), kind.id().equals(chosen)))
                .toList();
    }

    static List<Choice> notifiers(String chosen, Categories categories, Language language) {
        return categories.of(Dimension.NOTIFIER, language).entrySet().stream()
                .map(each ->
                        new Choice(each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }
}
