package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Notifications under other pseudonyms. */
@ApplicationScoped
class SqlNotificationPseudonyms implements PseudonymRows {

    private static final String UNCOVERED = """
        select exists (select 1 from notification n where n.municipality = ? and n.done_at is null
            and not exists (select 1 from conversion_pair p where p.former = n.pseudonym))
        """;

    private static final String CONVERT = """
        with changed as (
            update notification n set pseudonym = p.present from conversion_pair p
            where n.municipality = ? and n.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final MunicipalStatement statement;

    SqlNotificationPseudonyms(MunicipalStatement statement) {
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
