package dk.rettidig.casefile.finding.store;

import static dk.rettidig.casefile.finding.store.CaseDatabase.day;
import static dk.rettidig.casefile.finding.store.CaseDatabase.number;
import static dk.rettidig.casefile.finding.store.CaseDatabase.text;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseChanges;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.casefile.finding.CaseFindings;
import dk.rettidig.casefile.finding.CaseId;
import dk.rettidig.casefile.finding.Found;
import dk.rettidig.casefile.finding.FoundState;
import dk.rettidig.casefile.finding.Resolution;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.store.Halting;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Findings in plain SQL: a check reads and writes thousands. */
@Singleton
class SqlCaseFindings implements CaseFindings {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String ROWS = "select r.id, r.pseudonym, r.basis, r.unit, r.checked_on, f.number, f.rule,"
            + " f.version, f.policy, f.state, f.demanded_on, f.due, f.done, f.missing, f.first_seen, f.resolved_on,"
            + " f.resolved_by from case_finding f join case_record r on r.municipality = f.municipality"
            + " and r.id = f.case_record where f.municipality = ?";

    private static final String ONE_EACH = "select distinct on (id, rule, version, demanded_on) * from (" + ROWS
            + " and r.basis = ?) newest order by id, rule, version, demanded_on, resolved_on desc nulls first, number desc";

    private static final String LIST = ROWS + " and f.resolved_on is null"
            + " and (?::text is null or f.rule = ?::text) and (?::integer is null or coalesce(r.unit, 0) = ?::integer)"
            + " and (coalesce(f.due, date '9999-12-31'), f.number) > (?, ?)"
            + " order by coalesce(f.due, date '9999-12-31'), f.number limit ?";

    private static final String LEFT = "update case_finding f set resolved_on = ?, resolved_by = 'left_scope'"
            + " from case_record r where f.municipality = ? and f.resolved_on is null"
            + " and r.municipality = f.municipality and r.id = f.case_record and r.basis = ? and r.checked_on < ?"
            + " and not exists (select 1 from objected(?) o(child) where o.child = r.pseudonym)";

    private static final String ERASE = "delete from case_finding f using case_record r where f.municipality = ?"
            + " and r.municipality = f.municipality and r.id = f.case_record"
            + " and coalesce(f.resolved_on, r.checked_on) < ?"
            + Halting.unlessHalted("r.pseudonym");

    private static final String ERASE_CASES = "delete from case_record r where r.municipality = ?"
            + " and not exists (select 1 from case_finding f where f.municipality = r.municipality"
            + " and f.case_record = r.id)"
            + Halting.unlessHalted("r.pseudonym");

    private final CaseDatabase database;

    SqlCaseFindings(CaseDatabase database) {
        this.database = database;
    }

    private record Row(Case of, Stored finding) {}

    @Override
    public Map<Pseudonym, CaseWith> known(Holding holding) {
        return database.of(holding.municipality(), connection -> {
            Map<Pseudonym, CaseWith> known = new LinkedHashMap<>();
            // A case may be on file with nothing found about it any more.
            CaseDatabase.list(
                            connection,
                            "select id, pseudonym, basis, unit, checked_on from case_record where municipality = ?"
                                    + " and basis = ?",
                            SqlCaseFindings::caseOf,
                            holding.municipality().number(),
                            holding.basis().value())
                    .forEach(each -> known.put(each.child(), new CaseWith(each, List.of())));
            together(CaseDatabase.list(
                            connection,
                            ONE_EACH,
                            SqlCaseFindings::row,
                            holding.municipality().number(),
                            holding.basis().value()))
                    .forEach(each -> known.put(each.of().child(), each));
            return known;
        });
    }

    @Override
    public void change(Holding holding, CaseChanges changes) {
        database.of(holding.municipality(), connection -> {
            new CaseWriter(connection, holding, changes).write();
            return CaseDatabase.change(
                    connection,
                    LEFT,
                    changes.day(),
                    holding.municipality().number(),
                    holding.basis().value(),
                    changes.day(),
                    holding.municipality().number());
        });
    }

    @Override
    public List<Listing> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit) {
        return database.of(
                municipality,
                connection -> CaseDatabase.list(
                                connection,
                                LIST,
                                SqlCaseFindings::row,
                                municipality.number(),
                                filter.rule(),
                                filter.rule(),
                                filter.unit(),
                                filter.unit(),
                                after.map(place -> place.due().orElse(NEVER)).orElse(LocalDate.EPOCH.withYear(1)),
                                after.map(Place::number).orElse(0L),
                                limit)
                        .stream()
                        .map(row -> new Listing(row.of().id(), row.of().unit(), row.finding()))
                        .toList());
    }

    @Override
    public Optional<CaseWith> find(MunicipalityCode municipality, CaseId id) {
        return database.of(
                municipality,
                connection -> together(CaseDatabase.list(
                                connection,
                                ROWS + " and f.case_record = ? order by f.resolved_on nulls first,"
                                        + " coalesce(f.due, date '9999-12-31'), f.number",
                                SqlCaseFindings::row,
                                municipality.number(),
                                id.value()))
                        .stream()
                        .findFirst());
    }

    @Override
    public List<CaseWith> ofChild(MunicipalityCode municipality, Pseudonym child) {
        return database.of(
                municipality,
                connection -> together(CaseDatabase.list(
                        connection,
                        ROWS + " and r.pseudonym = ? order by f.number",
                        SqlCaseFindings::row,
                        municipality.number(),
                        child.bytes())));
    }

    @Override
    public List<CaseWith> all(MunicipalityCode municipality) {
        return database.of(
                municipality,
                connection -> together(CaseDatabase.list(
                        connection, ROWS + " order by r.id, f.number", SqlCaseFindings::row, municipality.number())));
    }

    @Override
    public List<MunicipalityCode> municipalities() {
        return database.joining(connection -> CaseDatabase.list(
                connection, "select c.code from case_found() c(code)", row -> MunicipalityCode.of(row.getInt(1))));
    }

    @Override
    public int erase(MunicipalityCode municipality, LocalDate before) {
        return database.of(municipality, connection -> {
            short code = municipality.number();
            int erased = CaseDatabase.change(connection, ERASE, code, before, code);
            CaseDatabase.change(connection, ERASE_CASES, code, code);
            return erased;
        });
    }

    private static List<CaseWith> together(List<Row> rows) {
        Map<CaseId, List<Row>> cases = new LinkedHashMap<>();
        rows.forEach(row ->
                cases.computeIfAbsent(row.of().id(), _ -> new ArrayList<>()).add(row));
        return cases.values().stream()
                .map(of -> new CaseWith(
                        of.getFirst().of(), of.stream().map(Row::finding).toList()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Found found = new Found(
                new Found.Demanded(row.getString("rule"), row.getInt("version"), day(row, "demanded_on")),
                FoundState.of(row.getString("state")),
                day(row, "due"),
                day(row, "done"),
                text(row, "missing"));
        return new Row(
                caseOf(row),
                new Stored(
                        row.getLong("number"),
                        found,
                        row.getString("policy"),
                        row.getObject("first_seen", LocalDate.class),
                        day(row, "resolved_on"),
                        text(row, "resolved_by").map(Resolution::of)));
    }

    private static Case caseOf(ResultSet row) throws SQLException {
        return new Case(
                new CaseId(row.getObject("id", UUID.class)),
                Pseudonym.of(row.getBytes("pseudonym")),
                new BasisId(row.getString("basis")),
                number(row, "unit"),
                row.getObject("checked_on", LocalDate.class));
    }
}
