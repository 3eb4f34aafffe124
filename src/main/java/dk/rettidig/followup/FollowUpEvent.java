package dk.rettidig.followup;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.HandoverId;
import dk.rettidig.law.FollowUpStep;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the record keeps of follow-up. Reasons, codes and measures are commitments; who was told when is open. */
public sealed interface FollowUpEvent extends LedgerEvent {

    /** Why a child came on the list. */
    enum Why {
        /** Its notifications became repeated or grave. */
        NOTIFICATIONS,
        /** Another notification came after a person had closed it, or after the measure had ended. */
        NOTIFIED_AGAIN,
        /** It was closed as being handled, and the time is over. */
        TIME_OVER,
        /** The case system took the measure back. */
        MEASURE_RETRACTED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A child came on the list. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.SCHEDULER},
            ground = "BL § 136")
    record Listed(FollowUp followUp, Why why) implements FollowUpEvent {
        @Override
        public String type() {
            return "follow_up.listed";
        }

        @Override
        public EventFields fields() {
            return about(followUp)
                    .text("why", why.id())
                    .moment("listed_at", followUp.listedAt())
                    .committed("reasons", bytes(String.join(",", followUp.reasonIds())));
        }
    }

    /** Nothing had happened, and a person was told. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.SCHEDULER},
            ground = "BL § 136")
    record Told(FollowUp followUp, String step, FollowUpStep.Tell to, Instant due) implements FollowUpEvent {
        @Override
        public String type() {
            return "follow_up.told";
        }

        @Override
        public EventFields fields() {
            return about(followUp).text("step", step).text("to", to.id()).moment("due", due);
        }
    }

    /** Somebody read a follow-up. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Opened(FollowUp followUp) implements FollowUpEvent {
        @Override
        public String type() {
            return "follow_up.opened";
        }

        @Override
        public EventFields fields() {
            return about(followUp);
        }
    }

    /** A person closed it. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 136")
    record Closed(FollowUp followUp, Closing closing) implements FollowUpEvent {
        @Override
        public String type() {
            return "follow_up.closed";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(followUp)
                    .committed("code", bytes(closing.code().id()))
                    .committed("because", bytes(closing.because().text()));
            EventFields moved = closing.move()
                    .map(move -> fields.committed(
                            "moved",
                            bytes(String.join(
                                    ",",
                                    move.place(),
                                    move.on().toString(),
                                    move.handover().map(HandoverId::toString).orElse("")))))
                    .orElse(fields);
            return closing.backAt().map(at -> moved.moment("back_at", at)).orElse(moved);
        }
    }

    /** A measure is registered, and the child left the list. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER, ActorKind.SCHEDULER},
            ground = "BL § 136")
    record MeasureRegistered(FollowUp followUp, Measure measure) implements FollowUpEvent {
        @Override
        public String type() {
            return "follow_up.measure_registered";
        }

        @Override
        public EventFields fields() {
            return about(followUp)
                    .committed("measure", bytes(measure.kind()))
                    .committed("from", bytes(measure.from().toString()));
        }
    }

    /** Follow-ups whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, List<FollowUpId> followUps) implements FollowUpEvent {

        public Erased {
            followUps = List.copyOf(followUps);
        }

        @Override
        public String type() {
            return "follow_up.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("count", followUps.size())
                    .texts(
                            "follow_ups",
                            followUps.stream().map(FollowUpId::toString).toList());
        }
    }

    private static EventFields about(FollowUp followUp) {
        String municipality = followUp.municipality().value();
        return EventFields.none()
                .text("municipality", municipality)
                .text("follow_up", followUp.id().toString())
                .number("opening", followUp.opening())
                .child("pseudonym", municipality, followUp.child().bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
