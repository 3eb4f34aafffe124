package dk.rettidig.followup.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Follow-up of a child, with who was told and how it was closed. */
@Singleton
class ErasableFollowUps {

    @Produces
    @Singleton
    Erasable followUps(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "follow_up_ended", "follow_up");
    }

    @Produces
    @Singleton
    Freezable keptFollowUps(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "follow_up_ended", "follow_up", "follow_up_closing");
    }
}
