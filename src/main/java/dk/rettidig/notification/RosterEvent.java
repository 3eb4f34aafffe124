package dk.rettidig.notification;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import java.nio.charset.StandardCharsets;

/** What the record keeps of the duty roster. Who is on it is a commitment: staff stay out of the public record. */
public sealed interface RosterEvent extends LedgerEvent {

    /** A period was put on the roster. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 136(2)")
    record PeriodSet(DutyPeriod period) implements RosterEvent {
        @Override
        public String type() {
            return "roster.period_set";
        }

        @Override
        public EventFields fields() {
            return about(period);
        }
    }

    /** A period was taken off the roster. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 136(2)")
    record PeriodRemoved(DutyPeriod period) implements RosterEvent {
        @Override
        public String type() {
            return "roster.period_removed";
        }

        @Override
        public EventFields fields() {
            return about(period);
        }
    }

    /** A person was named for the times when nobody is on the roster. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 136(2)")
    record FallbackNamed(MunicipalityCode municipality, ActorName person) implements RosterEvent {
        @Override
        public String type() {
            return "roster.fallback_named";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .committed("person", bytes(person.value()));
        }
    }

    /** Periods whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, int periods) implements RosterEvent {
        @Override
        public String type() {
            return "roster.erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("count", periods);
        }
    }

    private static EventFields about(DutyPeriod period) {
        return EventFields.none()
                .text("municipality", period.municipality().value())
                .text("period", period.id().toString())
                .moment("from", period.from())
                .moment("to", period.to())
                .committed("on_duty", bytes(period.onDuty().value()))
                .committed("told", bytes(period.told().value()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
