package dk.rettidig.scope;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.BasisId;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;

/** What happens to scope. Numbers of children appear in bands only. */
public sealed interface ScopeEvent extends LedgerEvent {

    /**
     * Observations of children who left scope were erased.
     *
     * @param rowsBand how many rows, as a {@link Band}
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record ObservationsErased(MunicipalityCode municipality, BasisId basis, Band rowsBand) implements ScopeEvent {
        @Override
        public String type() {
            return "scope.observations_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("basis", basis.value())
                    .text("rows_band", rowsBand.label());
        }
    }

    /**
     * What sources call children who left scope was erased.
     *
     * @param pairsBand how many pairs, as a {@link Band}
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record SourcePairsErased(MunicipalityCode municipality, Band pairsBand) implements ScopeEvent {
        @Override
        public String type() {
            return "scope.source_pairs_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).text("pairs_band", pairsBand.label());
        }
    }

    /**
     * How screenings of children who left scope had ended was erased.
     *
     * @param rowsBand how many rows, as a {@link Band}
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e), 5(2)")
    record ConclusionsErased(MunicipalityCode municipality, Band rowsBand) implements ScopeEvent {
        @Override
        public String type() {
            return "scope.conclusions_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).text("rows_band", rowsBand.label());
        }
    }
}
