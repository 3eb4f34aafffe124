package dk.rettidig.notification.discussion.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.rettidig.notification.discussion.Discussion;
import dk.rettidig.notification.discussion.DiscussionDesk;
import dk.rettidig.notification.discussion.ShownFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A discussion as others read it. */
@Schema(name = "FigureDiscussion")
record DiscussionAnswer(
        UUID id,
        String dimension,
        String category,
        String measure,

        @Schema(description = "The figure that started it, exactly as published.")
        Figure shown,

        @Schema(description = "What people see in it.") String seen,
        Instant openedAt,
        List<Planned> actions,

        @Schema(description = "The same figure in later editions, oldest first; the list of discussions leaves it out.")
        List<Figure> later) {

    /** A published figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DiscussedFigure")
    record Figure(
            String edition,
            long figure,

            @Schema(description = "How far its protection may have moved it, in 95 of 100.")
            long margin,

            @Schema(description = "The lower end of its interval: protection and the chance in a count together.")
            long low,

            long high,

            @Schema(
                    description = "Beside the figure that started it; left out for that one.",
                    enumeration = {"within_chance", "higher", "lower", "not_comparable"})
            @Nullable
            String change) {

        static Figure of(ShownFigure shown, Optional<ShownFigure> before) {
            return new Figure(
                    shown.issue().edition().name(),
                    shown.figure(),
                    shown.margin(),
                    shown.low(),
                    shown.high(),
                    before.map(each -> shown.since(each).name().toLowerCase(Locale.ROOT))
                            .orElse(null));
        }
    }

    /** Something to be done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FigureAction")
    record Planned(
            UUID id,

            @Schema(enumeration = {"duty", "early_signs", "meeting", "other"})
            String kind,

            String notifier,
            String institution,
            String note,
            String responsible,
            LocalDate due,
            boolean overdue,

            @Schema(
                    description = "Left out until it ended.",
                    enumeration = {"done", "given_up"})
            @Nullable
            String outcome,

            @Nullable LocalDate day,
            @Nullable String reason) {

        static Planned of(Discussion.Planned action, LocalDate today) {
            return new Planned(
                    action.id(),
                    action.kind().id(),
                    action.notifier(),
                    action.institution(),
                    action.note(),
                    action.responsible(),
                    action.due(),
                    action.overdue(today),
                    action.end().map(end -> end.outcome().id()).orElse(null),
                    action.end().map(Discussion.End::day).orElse(null),
                    action.end().map(Discussion.End::reason).orElse(null));
        }
    }

    static DiscussionAnswer of(DiscussionDesk.Read read, LocalDate today) {
        Discussion discussion = read.discussion();
        return new DiscussionAnswer(
                discussion.id(),
                discussion.shown().cell().dimension().id(),
                discussion.shown().cell().category(),
                discussion.shown().cell().measure().id(),
                Figure.of(discussion.shown(), Optional.empty()),
                discussion.seen(),
                discussion.openedAt(),
                discussion.actions().stream()
                        .map(action -> Planned.of(action, today))
                        .toList(),
                read.later().stream()
                        .map(figure -> Figure.of(figure, Optional.of(discussion.shown())))
                        .toList());
    }

    @Override
    public String toString() {
        return "DiscussionAnswer[" + id + "]";
    }
}
