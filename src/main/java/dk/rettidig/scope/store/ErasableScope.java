package dk.rettidig.scope.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** When a child was in scope, how its screenings ended, and what sources call it. */
@Singleton
class ErasableScope {

    @Produces
    @Singleton
    Erasable intervals(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "observation_after_scope", "scope");
    }

    @Produces
    @Singleton
    Erasable conclusions(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "conclusion", "conclusion");
    }

    @Produces
    @Singleton
    Erasable names(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "source_pair", "source_pair");
    }

    @Produces
    @Singleton
    Freezable keptIntervals(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "observation_after_scope", "scope");
    }

    @Produces
    @Singleton
    Freezable keptConclusions(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "conclusion", "conclusion");
    }

    @Produces
    @Singleton
    Freezable keptNames(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "source_pair", "source_pair");
    }
}
