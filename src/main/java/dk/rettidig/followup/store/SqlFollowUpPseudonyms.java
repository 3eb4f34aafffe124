package dk.rettidig.followup.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Follow-ups under other pseudonyms. */
@ApplicationScoped
class SqlFollowUpPseudonyms implements PseudonymRows {

    private static final String UNCOVERED = """
        select exists (select 1 from follow_up n where n.municipality = ? and (n.state = 'open' or n.back_at is not null)
            and not exists (select 1 from conversion_pair p where p.former = n.pseudonym))
        """;

    private static final String CONVERT = """
        with changed as (
            update follow_up n set pseudonym = p.present from conversion_pair p
            where n.municipality = ? and n.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final MunicipalStatement statement;

    SqlFollowUpPseudonyms(MunicipalStatement statement) {
        this.statement = statement;
    }

    @Override
    public boolean isCovered(String municipality, Instant now) {
        return !statement.isTrue(new MunicipalityCode(municipality), UNCOVERED);
    }

    @Override
    public void convert(String municipality) {
        statement.change(new MunicipalityCode(municipality), CONVERT);
    }
}
