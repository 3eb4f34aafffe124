package dk.rettidig.casefile.supervision.store;

import dk.rettidig.law.Erasable;
import dk.rettidig.law.Freezable;
import dk.rettidig.store.ErasableRows;
import dk.rettidig.store.FrozenRows;
import dk.rettidig.store.Halting;
import dk.rettidig.store.MunicipalStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * A child's cases in frames that the service made. The ticket stays, because the proof of the draw is made of all tickets; without
 * key and pseudonym it opens for nobody. Answers stay as counts, remarks go.
 */
@Singleton
class ErasableDrawnCases {

    /** Rows of a round are written once and never changed: they are replaced. */
    private static final String REMARKS = """
        with gone as (
            delete from supervision_answer a using supervision_case c
            where a.municipality = ? and c.municipality = a.municipality and c.round = a.round and c.number = a.number
                and c.pseudonym = ? and a.remark <> ''
            returning a.municipality, a.round, a.number, a.reviewer, a.rule, a.answer)
        insert into supervision_answer (municipality, round, number, reviewer, rule, answer, remark)
        select municipality, round, number, reviewer, rule, answer, '' from gone
        """;

    /** What stands in place of the case's number says that it was erased; letters only, so that it is no number of anybody. */
    private static final String FORGET = """
        with gone as (
            delete from supervision_case where municipality = ? and pseudonym = ?
            returning municipality, round, ticket, handler, number)
        insert into supervision_case (municipality, round, ticket, key, reference, handler, number)
        select municipality, round, ticket, repeat('0', 64),
            'slettet-' || translate(left(encode(ticket, 'hex'), 24), '0123456789', 'ghijklmnop'), handler, number from gone
        """;

    /** The child's cases, and those that a halt of the child names by their number; a whole round stays for one of them. */
    private static final String DRAWN = "t.municipality = child.municipality and (t.pseudonym = child.pseudonym or ("
            + Halting.isCaseHalted("t.reference", "child.municipality")
            + " and t.reference in (select h.case_reference from halt h where h.municipality = child.municipality"
            + " and h.pseudonym = child.pseudonym and h.lifted_at is null)))";

    @Produces
    @Singleton
    Erasable drawnCases(MunicipalStatement statement) {
        return ErasableRows.of(statement, "supervision_round", Set.of("supervision_case"), REMARKS, FORGET);
    }

    @Produces
    @Singleton
    Freezable keptDrawnCases(MunicipalStatement statement) {
        return FrozenRows.where(statement, "supervision_round", "supervision_case", DRAWN);
    }
}
