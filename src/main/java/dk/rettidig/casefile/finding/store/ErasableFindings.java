package dk.rettidig.casefile.finding.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A child's case with what its record lacked; the case itself is in the case system. */
@Singleton
class ErasableFindings {

    @Produces
    @Singleton
    Erasable findings(MunicipalStatement statement) {
        return ErasableRows.ofTable(statement, "case_finding", "case_record");
    }

    @Produces
    @Singleton
    Freezable keptFindings(MunicipalStatement statement) {
        return FrozenRows.ofTable(statement, "case_finding", "case_record", "case_finding");
    }
}
