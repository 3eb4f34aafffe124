package dk.rettidig.notification.comparison;

import dk.rettidig.access.ActorKind;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;

/** What the record keeps of compared figures. */
public sealed interface ComparisonEvent extends LedgerEvent {

    /** Figures were loaded that municipalities are compared by. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 9")
    record Loaded(YearFigures figures) implements ComparisonEvent {
        @Override
        public String type() {
            return "notification.comparison_loaded";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", figures.owner().value())
                    .number("year", figures.year())
                    .text("source", figures.source())
                    .number("municipalities", figures.areas().size());
        }
    }
}
