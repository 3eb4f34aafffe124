package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.finding.CaseFindings.CaseWith;
import dk.rettidig.casefile.finding.CaseFindings.Stored;
import dk.rettidig.casefile.finding.Found.Demanded;
import dk.rettidig.law.CaseRule;
import dk.rettidig.law.CaseRuleRegister;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what one check finds against what is on file, case by case, and collects what changes and what counts. For one thread. */
final class CaseComparison {

    /** Which demands of a rule stand how in a unit. */
    record Cell(String rule, int version, int unit, FoundState state) {}

    private final LocalDate day;
    private final LocalDate keptFrom;
    private final Set<Rule> rules;
    private final Map<Pseudonym, CaseWith> known;
    private final List<CaseChanges.Seen> seen = new ArrayList<>();
    private final List<CaseChanges.Added> added = new ArrayList<>();
    private final List<CaseChanges.Altered> altered = new ArrayList<>();
    private final List<CaseChanges.Resolved> resolved = new ArrayList<>();
    private final Map<Cell, Long> counts = new HashMap<>();
    private long cases;

    private record Rule(String id, int version) {

        static Rule of(CaseRule rule) {
            return new Rule(rule.id(), rule.version());
        }
    }

    /**
     * Against these findings on file.
     *
     * @param keptFrom what was on record too late before this day has been erased, and is not filed again
     */
    CaseComparison(LocalDate day, LocalDate keptFrom, CaseRuleRegister register, Map<Pseudonym, CaseWith> known) {
        this.day = day;
        this.keptFrom = keptFrom;
        this.rules = register.all().stream().map(Rule::of).collect(Collectors.toUnmodifiableSet());
        this.known = known;
    }

    /** Takes one case. */
    void take(CaseFile file, Map<Demanded, Found> found) {
        cases++;
        Optional<Integer> unit = file.unit(day);
        found.values().forEach(each -> count(each, unit));
        Optional<CaseWith> onFile = Optional.ofNullable(known.get(file.child()));
        CaseId id = onFile.map(each -> each.of().id()).orElseGet(CaseId::random);
        int before = added.size();
        Set<Demanded> met = new HashSet<>();
        for (Stored stored : onFile.map(CaseWith::findings).orElse(List.of())) {
            met.add(stored.found().demanded());
            compare(id, stored, Optional.ofNullable(found.get(stored.found().demanded())));
        }
        found.values().stream()
                .filter(each -> !met.contains(each.demanded()))
                .filter(this::isFiled)
                .forEach(each -> added.add(new CaseChanges.Added(id, each)));
        if (onFile.isPresent() || added.size() > before) {
            seen.add(new CaseChanges.Seen(id, file.child(), unit, onFile.isEmpty()));
        }
    }

    private void count(Found found, Optional<Integer> unit) {
        Demanded demanded = found.demanded();
        counts.merge(new Cell(demanded.rule(), demanded.version(), unit.orElse(0), found.state()), 1L, Long::sum);
    }

    private boolean isFiled(Found found) {
        return found.isMissing()
                || (found.state() == FoundState.LATE
                        && found.done().filter(done -> done.isBefore(keptFrom)).isEmpty());
    }

    private void compare(CaseId id, Stored stored, Optional<Found> now) {
        if (stored.resolvedOn().isPresent()) {
            now.filter(found -> found.isMissing()
                            || (found.state() == FoundState.LATE
                                    && stored.found().state() != FoundState.LATE))
                    .filter(this::isFiled)
                    .ifPresent(found -> added.add(new CaseChanges.Added(id, found)));
        } else if (now.filter(Found::isMissing).isPresent()) {
            if (!now.get().equals(stored.found())) {
                altered.add(new CaseChanges.Altered(stored.number(), now.get()));
            }
        } else {
            resolved.add(resolved(stored, now));
        }
    }

    private CaseChanges.Resolved resolved(Stored stored, Optional<Found> now) {
        FoundState before = stored.found().state();
        if (now.isPresent()) {
            boolean late = now.get().state() == FoundState.LATE;
            return new CaseChanges.Resolved(
                    stored.number(),
                    late ? FoundState.LATE : before,
                    late ? Resolution.DONE_LATE : Resolution.DONE,
                    now.get().done());
        }
        Demanded demanded = stored.found().demanded();
        boolean stands = demanded.rule().startsWith(FoundInCase.DISORDER)
                || rules.contains(new Rule(demanded.rule(), demanded.version()));
        return new CaseChanges.Resolved(
                stored.number(), before, stands ? Resolution.NOT_DEMANDED : Resolution.RULE_CHANGED, Optional.empty());
    }

    /** How many cases were taken. */
    long cases() {
        return cases;
    }

    /** What changes on file. */
    CaseChanges changes(String policy) {
        return new CaseChanges(day, policy, seen, added, altered, resolved);
    }

    /** How many demands stand how. */
    Map<Cell, Long> counts() {
        return Map.copyOf(counts);
    }
}
