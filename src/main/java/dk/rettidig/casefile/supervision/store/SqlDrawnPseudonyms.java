package dk.rettidig.casefile.supervision.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import jakarta.inject.Singleton;

/**
 * Cases of frames that the service made, under the child's present pseudonym. Their tickets were made of the former one and do not
 * open any more after that (ADR 0135).
 */
@Singleton
class SqlDrawnPseudonyms implements PseudonymRows {

    private static final String KNOWN = "update conversion_pair set known = true where former in"
            + " (select pseudonym from supervision_case where municipality = ?)";

    private static final String RENAME = "update supervision_case c set pseudonym = p.present from conversion_pair p"
            + " where c.municipality = ? and c.pseudonym = p.former";

    private final SupervisionDatabase database;

    SqlDrawnPseudonyms(SupervisionDatabase database) {
        this.database = database;
    }

    @Override
    public void convert(String municipality) {
        MunicipalityCode of = new MunicipalityCode(municipality);
        database.change(of, KNOWN, of.number());
        database.change(of, RENAME, of.number());
    }
}
