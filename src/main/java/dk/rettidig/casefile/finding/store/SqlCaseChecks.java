package dk.rettidig.casefile.finding.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseChecks;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.casefile.finding.FoundState;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Checks and counts; no row is about a child. */
@Singleton
class SqlCaseChecks implements CaseChecks {

    private static final String NEWEST = "select day, cases, policy, checked_at from case_check where municipality = ?"
            + " and basis = coalesce(?::text, basis) order by day desc, basis limit 1";

    private static final String SINCE = "select month, max(as_of) as as_of, rule, version, unit, state,"
            + " sum(findings)::bigint as findings from case_month where municipality = ? and month >= ?"
            + " group by month, rule, version, unit, state order by month desc, rule, version, unit, state";

    private final CaseDatabase database;

    SqlCaseChecks(CaseDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Check> newest(Holding holding) {
        return newest(holding.municipality(), Optional.of(holding.basis().value()));
    }

    @Override
    public Optional<Check> newest(MunicipalityCode municipality) {
        return newest(municipality, Optional.empty());
    }

    private Optional<Check> newest(MunicipalityCode municipality, Optional<String> basis) {
        return database.joining(connection ->
                CaseDatabase.list(connection, NEWEST, SqlCaseChecks::check, municipality.number(), basis).stream()
                        .findFirst());
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getObject("day", LocalDate.class),
                row.getLong("cases"),
                row.getString("policy"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void alone(Holding holding) {
        database.joining(connection -> CaseDatabase.list(
                connection,
                "select 1 from pg_advisory_xact_lock(hashtextextended('case check ' || ?, ?))",
                row -> row.getInt(1),
                holding.basis().value(),
                (long) holding.municipality().number()));
    }

    @Override
    public void add(Holding holding, Check check, List<Cell> cells) {
        short municipality = holding.municipality().number();
        String basis = holding.basis().value();
        database.joining(connection -> {
            CaseDatabase.change(
                    connection,
                    "insert into case_check (municipality, basis, day, cases, policy, checked_at) values (?, ?, ?, ?, ?,"
                            + " ?)",
                    municipality,
                    basis,
                    check.day(),
                    check.cases(),
                    check.policy(),
                    check.at());
            CaseDatabase.change(
                    connection,
                    "delete from case_month where municipality = ? and basis = ? and month = ?",
                    municipality,
                    basis,
                    check.day().withDayOfMonth(1));
            CaseDatabase.changeEach(
                    connection,
                    "insert into case_month (municipality, basis, month, as_of, rule, version, unit, state, findings)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    cells.stream()
                            .map(cell -> new Object[] {
                                municipality,
                                basis,
                                cell.month(),
                                cell.asOf(),
                                cell.rule(),
                                cell.version(),
                                cell.unit(),
                                cell.state().id(),
                                cell.findings()
                            })
                            .toList());
            return cells.size();
        });
    }

    @Override
    public List<Cell> since(MunicipalityCode municipality, LocalDate month) {
        return database.joining(
                connection -> CaseDatabase.list(connection, SINCE, SqlCaseChecks::cell, municipality.number(), month));
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getObject("month", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("rule"),
                row.getInt("version"),
                row.getInt("unit"),
                FoundState.of(row.getString("state")),
                row.getLong("findings"));
    }
}
