package dk.rettidig.handover.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sides of handovers under other pseudonyms. */
@ApplicationScoped
class SqlHandoverPseudonyms implements PseudonymRows {

    /** What was delivered names a child that the sender's vault has let go: its name stays as it was. */
    private static final String UNCOVERED = """
        select exists (select 1 from handover_side n join handover h on h.id = n.handover
            where n.municipality = ? and n.ended_at is null and n.pseudonym is not null
            and (n.side = 'receiver' or h.delivered_at is null)
            and not exists (select 1 from conversion_pair p where p.former = n.pseudonym))
        """;

    private static final String CONVERT = """
        with changed as (
            update handover_side n set pseudonym = p.present from conversion_pair p
            where n.municipality = ? and n.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final MunicipalStatement statement;

    SqlHandoverPseudonyms(MunicipalStatement statement) {
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
