package dk.rettidig.casefile.finding;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Filter;
import dk.rettidig.casefile.finding.CaseFindings.Listing;
import dk.rettidig.casefile.finding.CaseFindings.Place;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what was found. Who looks at one case, or takes a copy, is entered before anything is handed out. */
@ApplicationScoped
public class CaseDesk {

    /** Figures go so far back. */
    private static final int MONTHS = 24;

    /** Those who may read each case, and so see counts as they are. */
    private static final Set<ActorKind> UNIT = Set.of(ActorKind.CASEWORKER, ActorKind.TEAM_LEADER);

    private final CaseFindings findings;
    private final CaseChecks checks;
    private final CaseGrounds grounds;
    private final Ledger ledger;
    private final Clock clock;

    CaseDesk(CaseFindings findings, CaseChecks checks, CaseGrounds grounds, Ledger ledger, Clock clock) {
        this.findings = findings;
        this.checks = checks;
        this.grounds = grounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is missing, earliest last day first. The route asked the gate. */
    public List<Listing> list(Actor actor, Filter filter, Optional<Place> after, int limit) {
        MunicipalityCode municipality = municipality(actor);
        return QuarkusTransaction.requiringNew().call(() -> findings.list(municipality, filter, after, limit));
    }

    /**
     * Everything that is on file about one case; that it was read is entered before this returns.
     *
     * @throws CaseFindingFault {@code not_found}
     */
    public CaseWith open(Actor actor, CaseId id) {
        Optional<MunicipalityCode> municipality = actor.municipality();
        if (municipality.isEmpty()) {
            grounds.refuse(actor, Action.OPEN_CASE_FINDINGS);
            throw CaseFindingFault.notFound();
        }
        Optional<CaseWith> found = QuarkusTransaction.requiringNew().call(() -> findings.find(municipality.get(), id));
        Optional<Pseudonym> child = found.map(each -> each.of().child());
        BasisId basis = found.map(each -> each.of().basis()).orElseGet(() -> CaseGrounds.usual(municipality.get()));
        grounds.demand(actor, Action.OPEN_CASE_FINDINGS, municipality.get(), basis, child);
        CaseWith opened = found.orElseThrow(CaseFindingFault::notFound);
        ledger.appendCommitted(
                actor,
                new CaseFindingEvent.Opened(
                        municipality.get(), opened.of().id(), opened.of().child()));
        return opened;
    }

    /** All findings as CSV, with pseudonyms; that they were taken is entered before this returns. */
    public String export(Actor actor) {
        Optional<MunicipalityCode> municipality = actor.municipality();
        if (municipality.isEmpty()) {
            grounds.refuse(actor, Action.EXPORT_CASE_FINDINGS);
            throw CaseFindingFault.notFound();
        }
        BasisId usual = CaseGrounds.usual(municipality.get());
        grounds.demand(actor, Action.EXPORT_CASE_FINDINGS, municipality.get(), usual, Optional.empty());
        List<CaseWith> all = QuarkusTransaction.requiringNew().call(() -> findings.all(municipality.get()));
        Set<BasisId> others = all.stream()
                .map(each -> each.of().basis())
                .filter(basis -> !basis.equals(usual))
                .collect(Collectors.toUnmodifiableSet());
        others.forEach(basis ->
                grounds.demand(actor, Action.EXPORT_CASE_FINDINGS, municipality.get(), basis, Optional.empty()));
        ledger.appendCommitted(
                actor,
                new CaseFindingEvent.Exported(
                        municipality.get(),
                        all.size(),
                        all.stream().mapToLong(each -> each.findings().size()).sum()));
        return CaseTable.of(all);
    }

    /** Counts by rule, unit and month; for those who read no case, guarded. The route asked the gate. */
    public CaseFigures figures(Actor actor) {
        MunicipalityCode municipality = municipality(actor);
        LocalDate today = clock.instant().atZone(Due.DENMARK).toLocalDate();
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<CaseChecks.Check> newest = checks.newest(municipality);
            LocalDate last = newest.map(CaseChecks.Check::day).orElse(today);
            List<CaseChecks.Cell> cells =
                    checks.since(municipality, last.withDayOfMonth(1).minusMonths(MONTHS - 1L));
            return UNIT.contains(actor.kind())
                    ? CaseFigures.exact(newest, cells)
                    : CaseFigures.guarded(newest, cells, today);
        });
    }

    private static MunicipalityCode municipality(Actor actor) {
        return actor.municipality().orElseThrow(CaseFindingFault::notFound);
    }
}
