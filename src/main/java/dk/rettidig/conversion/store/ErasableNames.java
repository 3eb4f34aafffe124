package dk.rettidig.conversion.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a child was called before. */
@Singleton
class ErasableNames {

    @Produces
    @Singleton
    Erasable formerPseudonyms(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "former_pseudonym", "former_pseudonym");
    }

    @Produces
    @Singleton
    Freezable keptFormerPseudonyms(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "former_pseudonym", "former_pseudonym");
    }
}
