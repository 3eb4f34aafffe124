package dk.rettidig.casefile.finding.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Cases with findings under other pseudonyms. Where two cases become one, what was resolved comes together; what is missing in
 * the case that goes is found again by the next check, which sees the events of both.
 */
@Singleton
class SqlCasePseudonyms implements PseudonymRows {

    private static final String ONE_EACH = """
        with renamed as (
            select r.id, r.basis, coalesce(p.present, r.pseudonym) as present, p.former is null as stays
            from case_record r left join conversion_pair p on p.former = r.pseudonym
            where r.municipality = ?),
        chosen as (
            select distinct on (basis, present) basis, present, id from renamed order by basis, present, stays desc, id),
        gone as (
            select r.id, c.id as into_case from renamed r join chosen c on c.basis = r.basis and c.present = r.present
            where c.id <> r.id)
        """;

    private static final String KNOWN = "update conversion_pair set known = true where former in"
            + " (select pseudonym from case_record where municipality = ?)";

    private static final String TOGETHER = ONE_EACH + """
        update case_finding f set case_record = g.into_case from gone g
        where f.municipality = ? and f.case_record = g.id and f.resolved_on is not null
        """;

    private static final String AWAY =
            ONE_EACH + "delete from case_record r using gone g where r.municipality = ? and r.id = g.id";

    private static final String RENAME = "update case_record r set pseudonym = p.present from conversion_pair p"
            + " where r.municipality = ? and r.pseudonym = p.former";

    private final CaseDatabase database;

    SqlCasePseudonyms(CaseDatabase database) {
        this.database = database;
    }

    @Override
    public void convert(String municipality) {
        MunicipalityCode of = new MunicipalityCode(municipality);
        database.of(of, connection -> {
            CaseDatabase.change(connection, KNOWN, of.number());
            for (String sql : List.of(TOGETHER, AWAY)) {
                CaseDatabase.change(connection, sql, of.number(), of.number());
            }
            return CaseDatabase.change(connection, RENAME, of.number());
        });
    }
}
