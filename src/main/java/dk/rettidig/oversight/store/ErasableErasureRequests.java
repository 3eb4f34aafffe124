package dk.rettidig.oversight.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Erasable;
import dk.rettidig.law.NamedChild;
import dk.rettidig.ledger.Subjects;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.Set;

/** Other requests for the same child. Those that were carried out stay: they say that it happened, and name nobody. */
@Singleton
class ErasableErasureRequests implements Erasable {

    private final OversightDatabase database;
    private final Subjects subjects;

    ErasableErasureRequests(OversightDatabase database, Subjects subjects) {
        this.database = database;
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
    public int eraseChild(NamedChild child) {
        MunicipalityCode municipality = new MunicipalityCode(child.municipality());
        return database.of(municipality, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from erasure_request where municipality = ? and lookup = ? and state <> 'done'")) {
                delete.setShort(1, municipality.number());
                delete.setBytes(2, subjects.lookup(child.municipality(), child.pseudonym()));
                return delete.executeUpdate();
            }
        });
    }
}
