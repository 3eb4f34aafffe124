package dk.rettidig.casefile.finding;

import dk.rettidig.casefile.CaseHistory;
import dk.rettidig.casefile.CaseRules;
import dk.rettidig.casefile.Finding;
import dk.rettidig.casefile.finding.Found.Demanded;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the rules find in one case, each demand once; what was not demanded is left out. */
final class FoundInCase {

    /** Begins the id under which an end without a start before it stands. */
    static final String DISORDER = "disorder.";

    private static final int DISORDER_VERSION = 1;

    private FoundInCase() {}

    static Map<Demanded, Found> of(CaseRules rules, CaseHistory history, LocalDate day) {
        Map<Demanded, Found> found = new LinkedHashMap<>();
        for (Finding finding : rules.findings(history, day)) {
            state(finding).ifPresent(state -> keep(found, found(finding, state)));
        }
        for (CaseRules.Disorder disorder : rules.disorders(history, day)) {
            keep(
                    found,
                    new Found(
                            new Demanded(
                                    DISORDER + disorder.start().toLowerCase(Locale.ROOT),
                                    DISORDER_VERSION,
                                    Optional.of(disorder.day())),
                            FoundState.DISORDER,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(disorder.start())));
        }
        return found;
    }

    /** Two events of one day can make the same demand: the one that is worse off counts. */
    private static void keep(Map<Demanded, Found> all, Found found) {
        all.merge(found.demanded(), found, (one, two) -> two.state().compareTo(one.state()) > 0 ? two : one);
    }

    private static Found found(Finding finding, FoundState state) {
        return new Found(
                new Demanded(finding.rule().id(), finding.rule().version(), finding.on()),
                state,
                finding.due(),
                finding.done(),
                finding.missing());
    }

    private static Optional<FoundState> state(Finding finding) {
        return switch (finding.state()) {
            case OPEN -> Optional.of(FoundState.OPEN);
            case BREACHED -> Optional.of(finding.done().isPresent() ? FoundState.LATE : FoundState.BREACHED);
            case MET -> Optional.of(FoundState.MET);
            case UNDECIDABLE -> Optional.of(FoundState.UNDECIDABLE);
            case NOT_APPLICABLE -> Optional.empty();
        };
    }
}
