package dk.rettidig.casefile.finding.store;

import dk.rettidig.casefile.finding.CaseChanges;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.casefile.finding.Found;
import dk.rettidig.casefile.finding.FoundState;
import dk.rettidig.casefile.finding.Resolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what a check changes, in batches. */
record CaseWriter(Connection connection, Holding holding, CaseChanges changes) {

    private static final String ADD = "insert into case_finding (municipality, case_record, rule, version, policy,"
            + " state, demanded_on, due, done, missing, first_seen, resolved_on, resolved_by) values (?, ?, ?, ?, ?,"
            + " ?, ?::date, ?::date, ?::date, ?::text, ?, ?::date, ?::text)";

    void write() throws SQLException {
        short code = holding.municipality().number();
        each(
                "insert into case_record (municipality, id, pseudonym, basis, unit, checked_on) values (?, ?, ?, ?,"
                        + " ?, ?)",
                changes.seen().stream().filter(CaseChanges.Seen::fresh).map(seen -> new Object[] {
                    code,
                    seen.id().value(),
                    seen.child().bytes(),
                    holding.basis().value(),
                    seen.unit(),
                    changes.day()
                }));
        each(
                "update case_record set unit = ?::smallint, checked_on = ? where municipality = ? and id = ?",
                changes.seen().stream().filter(seen -> !seen.fresh()).map(seen -> new Object[] {
                    seen.unit(), changes.day(), code, seen.id().value()
                }));
        each(
                "update case_finding set state = ?, done = coalesce(?::date, done), resolved_on = ?, resolved_by = ?"
                        + " where municipality = ? and number = ?",
                changes.resolved().stream().map(gone -> new Object[] {
                    gone.state().id(), gone.done(), changes.day(), gone.by().id(), code, gone.number()
                }));
        each(
                "update case_finding set policy = ?, state = ?, due = ?::date, missing = ?::text"
                        + " where municipality = ? and number = ?",
                changes.altered().stream().map(other -> new Object[] {
                    changes.policy(),
                    other.found().state().id(),
                    other.found().due(),
                    other.found().missing(),
                    code,
                    other.number()
                }));
        each(ADD, changes.added().stream().map(this::added));
    }

    private Object[] added(CaseChanges.Added added) {
        Found found = added.found();
        boolean late = found.state() == FoundState.LATE;
        return new Object[] {
            holding.municipality().number(),
            added.id().value(),
            found.demanded().rule(),
            found.demanded().version(),
            changes.policy(),
            found.state().id(),
            found.demanded().on(),
            found.due(),
            found.done(),
            found.missing(),
            changes.day(),
            late ? Optional.of(changes.day()) : Optional.empty(),
            late ? Optional.of(Resolution.DONE_LATE.id()) : Optional.empty()
        };
    }

    private void each(String sql, Stream<Object[]> parameters) throws SQLException {
        CaseDatabase.changeEach(connection, sql, parameters.toList());
    }
}
