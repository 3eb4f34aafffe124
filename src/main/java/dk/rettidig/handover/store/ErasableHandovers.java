package dk.rettidig.handover.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The municipality's own side of a child's handovers; the other municipality decides on its own. */
@Singleton
class ErasableHandovers {

    private static final String BOUND =
            "select exists (select 1 from handover_side where municipality = ? and pseudonym = ? and ended_at is null)";

    @Produces
    @Singleton
    Erasable sides(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "handover_ended", "handover_side")
                .boundWhile(BOUND);
    }

    @Produces
    @Singleton
    Freezable keptSides(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "handover_ended", "handover_side");
    }
}
