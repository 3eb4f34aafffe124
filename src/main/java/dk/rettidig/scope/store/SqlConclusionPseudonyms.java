package dk.rettidig.scope.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.context.ApplicationScoped;

/** Conclusions under other pseudonyms; what was counted stays counted. */
@ApplicationScoped
class SqlConclusionPseudonyms implements PseudonymRows {

    private static final String CONVERT = """
        with gone as (
            delete from conclusion c using conversion_pair p
            where c.municipality = ? and c.pseudonym = p.former
            returning p.former, p.present, c.municipality, c.basis, c.day, c.known_at, c.need, c.retracted, c.delivery,
                c.counted_at),
        marked as (update conversion_pair set known = true where former in (select former from gone))
        insert into conclusion (municipality, pseudonym, basis, day, known_at, need, retracted, delivery, counted_at)
        select municipality, present, basis, day, known_at, need, retracted, delivery, counted_at from gone
        on conflict do nothing
        """;

    private final MunicipalStatement statement;

    SqlConclusionPseudonyms(MunicipalStatement statement) {
        this.statement = statement;
    }

    @Override
    public void convert(String municipality) {
        statement.change(new MunicipalityCode(municipality), CONVERT);
    }
}
