package dk.rettidig.notification.discussion.rest;

import dk.rettidig.notification.discussion.DiscussionDesk;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies as sent; what is absent counts as empty. */
final class DiscussionInput {

    private DiscussionInput() {}

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    /** A figure and what is seen in it. */
    @Schema(
            name = "FigureDiscussionRequest",
            requiredProperties = {"edition", "dimension", "category", "measure", "seen"})
    record Opening(
            @Schema(description = "2026-10 or 2026.") @Nullable
            String edition,

            @Schema(description = "As in the published figures.") @Nullable
            String dimension,

            @Nullable String category,
            @Nullable String measure,

            @Schema(description = "What people see in it: 20 to 4,000 characters; no names, no CPR number.") @Nullable
            String seen) {

        static final Opening NOTHING = new Opening(null, null, null, null, null);

        DiscussionDesk.Opening read() {
            return new DiscussionDesk.Opening(
                    text(edition), text(dimension), text(category), text(measure), text(seen));
        }
    }

    /** Something to do. */
    @Schema(
            name = "FigureActionRequest",
            requiredProperties = {"kind", "notifier", "responsible", "due"})
    record Plan(
            @Schema(enumeration = {"duty", "early_signs", "meeting", "other"}) @Nullable
            String kind,

            @Schema(description = "The group it is done towards: a code of notifiers.") @Nullable
            String notifier,

            @Schema(description = "Which institution, 2 to 200 characters; left out for the whole group.") @Nullable
            String institution,

            @Schema(description = "What was agreed, 2 to 200 characters; must be there for other.") @Nullable
            String note,

            @Schema(description = "A function in the municipality, never a person.") @Nullable
            String responsible,

            @Schema(format = "date", description = "Today or later, a Danish day.") @Nullable
            String due) {

        static final Plan NOTHING = new Plan(null, null, null, null, null, null);

        DiscussionDesk.Plan read() {
            return new DiscussionDesk.Plan(
                    text(kind), text(notifier), text(institution), text(note), text(responsible), text(due));
        }
    }

    /** How it ended. */
    @Schema(
            name = "FigureActionEnd",
            requiredProperties = {"outcome", "day"})
    record Ending(
            @Schema(enumeration = {"done", "given_up"}) @Nullable
            String outcome,

            @Schema(format = "date", description = "Today or earlier, a Danish day.") @Nullable
            String day,

            @Schema(description = "Must be there when it was given up: 20 to 4,000 characters; no CPR number.")
            @Nullable
            String reason) {

        static final Ending NOTHING = new Ending(null, null, null);

        DiscussionDesk.Ending read() {
            return new DiscussionDesk.Ending(text(outcome), text(day), text(reason));
        }
    }
}
