package dk.rettidig.casefile.finding;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.casefile.CaseRules;
import dk.rettidig.casefile.finding.CaseFiles.Asking;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.law.DeadlineRegister;
import dk.rettidig.law.RetentionRules;
import dk.rettidig.law.calendar.DeadlineEngine;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Checks a municipality's cases once a day: what the record does not show in time, what is resolved, what counts. Findings,
 * counts and the entry are one transaction; a check that is broken off leaves nothing and is done again from the start.
 */
@Singleton
class CaseCheck {

    private static final Actor ITSELF = new Actor.Scheduler();

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CaseFiles files;
    private final CaseFindings findings;
    private final CaseChecks checks;
    private final CaseGrounds grounds;
    private final CaseRuleRegister register;
    private final CaseRules rules;
    private final RetentionRules retention;
    private final Epochs epochs;
    private final Ledger ledger;

    CaseCheck(
            CaseFiles files,
            CaseFindings findings,
            CaseChecks checks,
            CaseGrounds grounds,
            CaseRuleRegister register,
            DeadlineRegister deadlines,
            DeadlineEngine engine,
            RetentionRules retention,
            Epochs epochs,
            Ledger ledger) {
        this.files = files;
        this.findings = findings;
        this.checks = checks;
        this.grounds = grounds;
        this.register = register;
        this.rules = new CaseRules(register, deadlines, engine);
        this.retention = retention;
        this.epochs = epochs;
        this.ledger = ledger;
    }

    /** Whoever delivers the records of cases. */
    List<Holding> holdings() {
        return QuarkusTransaction.requiringNew().call(files::holdings);
    }

    /**
     * Checks what has not been checked on the Danish day of the moment.
     *
     * @return whether it did
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it; nothing is read then
     */
    boolean check(Holding holding, Instant now) {
        LocalDate day = now.atZone(Due.DENMARK).toLocalDate();
        if (QuarkusTransaction.requiringNew().call(() -> isDone(holding, day))) {
            return false;
        }
        grounds.demand(ITSELF, Action.CHECK_CASES, holding.municipality(), holding.basis(), java.util.Optional.empty());
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    epochs.hold(holding.municipality().value());
                    checks.alone(holding);
                    boolean first = !isDone(holding, day);
                    if (first) {
                        check(holding, day, now.truncatedTo(ChronoUnit.MICROS));
                    }
                    return first;
                });
    }

    private boolean isDone(Holding holding, LocalDate day) {
        return checks.newest(holding).filter(last -> !last.day().isBefore(day)).isPresent();
    }

    private void check(Holding holding, LocalDate day, Instant now) {
        LocalDate keptFrom = now.minus(retention.keep(FindingRetention.CLASS))
                .atZone(Due.DENMARK)
                .toLocalDate();
        CaseComparison comparison = new CaseComparison(day, keptFrom, register, findings.known(holding));
        files.read(
                new Asking(holding, grounds.events(holding.basis()), grounds.maximumDays(holding.basis()), day, now),
                file -> comparison.take(file, FoundInCase.of(rules, file.history(), day)));
        String policy = grounds.policy();
        findings.change(holding, comparison.changes(policy));
        CaseChecks.Check done = new CaseChecks.Check(day, comparison.cases(), policy, now);
        checks.add(holding, done, cells(day, comparison.counts()));
        ledger.append(ITSELF, CaseFindingEvent.Checked.of(holding, done, comparison.counts()));
    }

    private static List<CaseChecks.Cell> cells(LocalDate day, Map<CaseComparison.Cell, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new CaseChecks.Cell(
                        day.withDayOfMonth(1),
                        day,
                        count.getKey().rule(),
                        count.getKey().version(),
                        count.getKey().unit(),
                        count.getKey().state(),
                        count.getValue()))
                .toList();
    }
}
