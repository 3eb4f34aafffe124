package dk.rettidig.feed.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What was delivered about a child. */
@Singleton
class ErasableObservations {

    @Produces
    @Singleton
    Erasable observations(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "observation_after_scope", "observation");
    }

    @Produces
    @Singleton
    Freezable keptObservations(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "observation_after_scope", "observation");
    }
}
