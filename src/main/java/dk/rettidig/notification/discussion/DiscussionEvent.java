package dk.rettidig.notification.discussion;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What the record keeps of discussions: who wrote what is here and nowhere else. What people wrote is a commitment. */
public sealed interface DiscussionEvent extends LedgerEvent {

    /** A person opened a discussion of a figure; the entry has exactly what was shown. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.CASEWORKER},
            ground = "BL § 9; ADR 0149")
    record Opened(Discussion discussion) implements DiscussionEvent {
        @Override
        public String type() {
            return "notification.figure_discussed";
        }

        @Override
        public EventFields fields() {
            ShownFigure shown = discussion.shown();
            return EventFields.none()
                    .text("municipality", discussion.municipality().value())
                    .text("discussion", discussion.id().toString())
                    .text("edition", shown.issue().edition().name())
                    .text("cell", shown.cell().name())
                    .number("figure", shown.figure())
                    .number("margin", shown.margin())
                    .committed("seen", bytes(discussion.seen()));
        }
    }

    /** A person wrote down what is to be done. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.CASEWORKER},
            ground = "BL § 9; ADR 0149")
    record Planned(MunicipalityCode municipality, UUID discussion, Discussion.Planned action)
            implements DiscussionEvent {
        @Override
        public String type() {
            return "notification.figure_action_planned";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("discussion", discussion.toString())
                    .text("action", action.id().toString())
                    .text("kind", action.kind().id())
                    .text("notifier", action.notifier())
                    .text("due", action.due().toString())
                    .committed("institution", bytes(action.institution()))
                    .committed("note", bytes(action.note()))
                    .committed("responsible", bytes(action.responsible()));
        }
    }

    /** A person wrote down that it was done, or gave it up with a reason. */
    @Recorded(
            by = {ActorKind.TEAM_LEADER, ActorKind.CASEWORKER},
            ground = "BL § 9; ADR 0149")
    record Ended(MunicipalityCode municipality, UUID discussion, UUID action, Discussion.End end)
            implements DiscussionEvent {
        @Override
        public String type() {
            return "notification.figure_action_ended";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("discussion", discussion.toString())
                    .text("action", action.toString())
                    .text("outcome", end.outcome().id())
                    .text("day", end.day().toString())
                    .committed("reason", bytes(end.reason()));
        }
    }

    /** Discussions whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, List<UUID> discussions) implements DiscussionEvent {

        public Erased {
            discussions = List.copyOf(discussions);
        }

        @Override
        public String type() {
            return "notification.figure_discussions_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("count", discussions.size())
                    .texts(
                            "discussions",
                            discussions.stream().map(UUID::toString).toList());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
