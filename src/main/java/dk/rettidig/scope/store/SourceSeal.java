package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.seal.SealException;
import jakarta.enterprise.context.ApplicationScoped;

/** What sources call children, sealed under the key outside the database: who steals the database alone links nobody. */
@ApplicationScoped
class SourceSeal {

    private final ErasureBox box;

    SourceSeal(ErasureBox box) {
        this.box = box;
    }

    byte[] seal(MunicipalityCode municipality, String source, byte[] atSource) {
        return box.seal(atSource, context(municipality, source));
    }

    byte[] open(MunicipalityCode municipality, String source, byte[] sealed) {
        try {
            return box.open(sealed, context(municipality, source));
        } catch (SealException damaged) {
            throw new IllegalStateException("a source's name for a child does not open: wrong or lost key", damaged);
        }
    }

    private static String context(MunicipalityCode municipality, String source) {
        return "source_pair " + municipality.value() + " " + source;
    }
}
