package dk.rettidig.handover;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.HandoverDuty;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What the record keeps of handovers: each entry is of one municipality. The other one, grounds, answers and reasons are
 * commitments; when somebody did or was told something is open.
 */
public sealed interface HandoverEvent extends LedgerEvent {

    /** A person of the municipality that a child leaves wrote a handover. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 132")
    record Sent(OwnSide own, Handover handover) implements HandoverEvent {
        @Override
        public String type() {
            return "handover.sent";
        }

        @Override
        public EventFields fields() {
            return about(own)
                    .committed("grounds", bytes(String.join(",", handover.grounds())))
                    .committed("materials", bytes(String.join(",", handover.materials())));
        }
    }

    /** The conversion brought it to the receiver: one entry for each of the two. */
    @Recorded(by = ActorKind.REGISTRY, ground = "BL § 132")
    record Delivered(OwnSide own, Instant at) implements HandoverEvent {
        @Override
        public String type() {
            return "handover.delivered";
        }

        @Override
        public EventFields fields() {
            return about(own).moment("delivered_at", at);
        }
    }

    /** Somebody read a handover. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 132")
    record Read(OwnSide own) implements HandoverEvent {
        @Override
        public String type() {
            return "handover.read";
        }

        @Override
        public EventFields fields() {
            return about(own);
        }
    }

    /**
     * Somebody opened it, answered, sent more or closed; the other municipality sees it.
     *
     * @param own the side of whoever did
     */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 132")
    record Acted(OwnSide own, Act act) implements HandoverEvent {
        @Override
        public String type() {
            return "handover.acted";
        }

        @Override
        public EventFields fields() {
            EventFields fields = about(own)
                    .text("act", act.kind().id())
                    .number("number", act.number())
                    .committed("code", bytes(act.code()))
                    .committed("materials", bytes(String.join(",", act.materials())));
            return act.because()
                    .map(why -> fields.committed("because", bytes(why.text())))
                    .orElse(fields);
        }
    }

    /** Nobody had done it, and a person of one side was told. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "BL § 132")
    record Told(OwnSide own, HandoverDuty.Kind duty, Telling.Level level, Instant due) implements HandoverEvent {
        @Override
        public String type() {
            return "handover.told";
        }

        @Override
        public EventFields fields() {
            return about(own).text("duty", duty.id()).text("level", level.id()).moment("due", due);
        }
    }

    /** Handovers whose time was over were erased at one municipality. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, List<HandoverId> handovers) implements HandoverEvent {

        public Erased {
            handovers = List.copyOf(handovers);
        }

        @Override
        public String type() {
            return "handover.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("count", handovers.size())
                    .texts(
                            "handovers",
                            handovers.stream().map(HandoverId::toString).toList());
        }
    }

    private static EventFields about(OwnSide own) {
        String municipality = own.municipality().value();
        EventFields fields = EventFields.none()
                .text("municipality", municipality)
                .text("handover", own.handover().toString())
                .text("side", own.side().id())
                .committed("other", bytes(own.other().value()));
        return own.child()
                .map(child -> fields.child("pseudonym", municipality, child.bytes()))
                .orElse(fields);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
