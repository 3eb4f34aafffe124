package dk.rettidig.notification.statistics;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;

/** What the record keeps of figures on notifications. */
public sealed interface StatisticsEvent extends LedgerEvent {

    /**
     * An edition was counted, protected and published.
     *
     * @param figures how many figures it has
     * @param margin how far each lies from what was counted at most, in 95 of 100
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(b) and (c), 89(1)")
    record Published(MunicipalityCode municipality, Edition edition, int figures, long margin)
            implements StatisticsEvent {
        @Override
        public String type() {
            return "notification.statistics_published";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("edition", edition.name())
                    .number("figures", figures)
                    .number("margin", margin);
        }
    }
}
