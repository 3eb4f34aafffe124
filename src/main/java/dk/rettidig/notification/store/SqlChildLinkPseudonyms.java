package dk.rettidig.notification.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Links between children under other pseudonyms. When two become one that stand in one link, the older row stays. */
@ApplicationScoped
@Transactional
class SqlChildLinkPseudonyms implements PseudonymRows {

    private static final String TWICE = """
        delete from child_link_member m using conversion_pair p
        where m.municipality = ? and m.pseudonym = p.former and exists (
            select 1 from child_link_member other where other.municipality = m.municipality and other.link = m.link
                and other.pseudonym = p.present)
        """;

    private static final String CONVERT = """
        with changed as (
            update child_link_member m set pseudonym = p.present from conversion_pair p
            where m.municipality = ? and m.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final MunicipalStatement statement;

    SqlChildLinkPseudonyms(MunicipalStatement statement) {
        this.statement = statement;
    }

    /** A link goes with the child's notifications, which say for themselves whether they are covered. */
    @Override
    public boolean isCovered(String municipality, Instant now) {
        return true;
    }

    @Override
    public void convert(String municipality) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        statement.change(code, TWICE);
        statement.change(code, CONVERT);
    }
}
