package dk.rettidig.oversight.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalStatement;
import jakarta.inject.Singleton;
import java.util.Set;

/** Requests for erasure of a halted child, found by what stands for the child: a decided one has no pseudonym. */
@Singleton
class FrozenErasureRequests implements Freezable {

    private static final String COUNT =
            "select count(*) from erasure_request r where r.municipality = ? and r.lookup = ?" + " and "
                    + Halting.isLookupHalted("r.lookup", "r.municipality");

    private final MunicipalStatement statement;
    private final Subjects subjects;

    FrozenErasureRequests(MunicipalStatement statement, Subjects subjects) {
        this.statement = statement;
        this.subjects = subjects;
    }

    @Override
    public String retentionClass() {
        return "erasure_request";
    }

    @Override
    public Set<String> tables() {
        return Set.of("erasure_request");
    }

    @Override
    public int frozen(NamedChild child) {
        byte[] lookup = subjects.lookup(child.municipality(), child.pseudonym());
        return statement.count(new MunicipalityCode(child.municipality()), lookup, COUNT);
    }
}
