package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Pairs of sources when the other side of them changes: a rotation or a merge here leaves what the source calls a child as it
 * is, a move ends it.
 */
@ApplicationScoped
class SqlSourcePseudonyms implements PseudonymRows {

    private static final String CONVERT = "update source_pair s set pseudonym = p.present from conversion_pair p"
            + " where s.municipality = ? and s.pseudonym = p.former";

    private static final String LEAVE =
            "delete from source_pair s using conversion_pair p where s.municipality = ? and s.pseudonym = p.former";

    private final MunicipalStatement statement;

    SqlSourcePseudonyms(MunicipalStatement statement) {
        this.statement = statement;
    }

    @Override
    public void convert(String municipality) {
        statement.change(new MunicipalityCode(municipality), CONVERT);
    }

    @Override
    public void leave(String municipality, Instant now) {
        statement.change(new MunicipalityCode(municipality), LEAVE);
    }
}
