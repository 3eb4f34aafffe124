package dk.rettidig.oversight.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Halts of a child that have ended, and extracts about it. */
@Singleton
class ErasableRights {

    @Produces
    @Singleton
    Erasable halts(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "halt_ended", "halt");
    }

    @Produces
    @Singleton
    Erasable extracts(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "extract", "extract");
    }

    @Produces
    @Singleton
    Freezable keptExtracts(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "extract", "extract");
    }
}
