package dk.rettidig.notification.rest;

import dk.rettidig.notification.NotificationDraft;
import dk.rettidig.notification.StepDraft;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people send about notifications; what is absent counts as empty. */
final class NotificationInput {

    private NotificationInput() {}

    /** A notification that arrived. */
    @Schema(
            name = "NotificationRequest",
            requiredProperties = {"child", "received_at", "notifier", "causes"})
    record Registration(
            @Schema(
                    description =
                            "As the municipality's vault shows it, 43 characters; of a local id where there is no number.")
            @Nullable
            String child,

            @Schema(format = "date", description = "Gives the age band, and is not kept.") @Nullable
            String born,

            @Schema(enumeration = {"unborn", "0-2", "3-6", "7-12", "13-17", "unknown"}) @Nullable
            String age,

            @Schema(
                    enumeration = {"female", "male"},
                    description =
                            "For counting alone, in no answer; left out where it is not stated. An unborn child has none.")
            @Nullable
            String sex,

            @Schema(format = "date-time", description = "With offset; at most 30 days ago.") @Nullable
            String receivedAt,

            @Schema(description = "Code of the notifier group, for instance N01.") @Nullable
            String notifier,

            @Schema(description = "Codes, at least one, for instance R03.") @Nullable
            List<String> causes,

            @Schema(
                    description = "Beside those that follow from the causes: abuse, abuse_by_parents, honour_conflict, "
                            + "measure_running.")
            @Nullable
            List<String> marks,

            @Schema(description = "Journal number of the letter in the case system; never a CPR number.") @Nullable
            String letter) {

        static final Registration NOTHING = new Registration(null, null, null, null, null, null, null, null, null);

        NotificationDraft draft() {
            return new NotificationDraft(
                    text(child),
                    text(born),
                    text(age),
                    text(sex),
                    text(receivedAt),
                    text(notifier),
                    texts(causes),
                    texts(marks),
                    text(letter));
        }

        @Override
        public String toString() {
            return "Registration[hidden]";
        }
    }

    /** Something a person did. */
    @Schema(
            name = "NotificationStep",
            requiredProperties = {"step"})
    record Doing(
            @Schema(
                    enumeration = {
                        "assessed",
                        "risk_assessed",
                        "child_talk_held",
                        "child_talk_waived",
                        "reassessed",
                        "parents_contacted",
                        "screened",
                        "acknowledged",
                        "feedback_given",
                        "measure_started"
                    })
            @Nullable
            String step,

            @Schema(
                    description = "assessed: acute, not_acute. child_talk_held: alone, with_parents. screened: "
                            + "no_further, clarification, assessment. measure_started: early_help, contact_person, "
                            + "caseworker_talks, placement, other_measure. Else left out.")
            @Nullable
            String result,

            @Schema(
                    description =
                            "20 to 4,000 characters, demanded of screened and child_talk_waived; no names, no CPR "
                                    + "number.")
            @Nullable
            String because,

            @Schema(format = "date-time", description = "When it was done; left out for now.") @Nullable
            String happenedAt) {

        static final Doing NOTHING = new Doing(null, null, null, null);

        StepDraft draft() {
            return new StepDraft(text(step), text(result), text(because), text(happenedAt));
        }

        @Override
        public String toString() {
            return "Doing[hidden]";
        }
    }

    /** The notification that reported the same incident first. */
    @Schema(
            name = "NotificationIncident",
            requiredProperties = {"with"})
    record Joining(
            @Schema(description = "Its id.") @Nullable String with) {

        static final Joining NOTHING = new Joining(null);

        String other() {
            return text(with);
        }
    }

    /** A notification about another child of the household. */
    @Schema(
            name = "NotificationLink",
            requiredProperties = {"with"})
    record Linking(
            @Schema(description = "Its id.") @Nullable String with) {

        static final Linking NOTHING = new Linking(null);

        String other() {
            return text(with);
        }
    }

    /** Why something is taken back. */
    @Schema(
            name = "NotificationRemoval",
            requiredProperties = {"because"})
    record Removing(
            @Schema(description = "20 to 4,000 characters; no names, no CPR number.") @Nullable
            String because) {

        static final Removing NOTHING = new Removing(null);

        String reason() {
            return text(because);
        }

        @Override
        public String toString() {
            return "Removing[hidden]";
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> texts(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }
}
