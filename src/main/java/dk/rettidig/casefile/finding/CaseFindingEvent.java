package dk.rettidig.casefile.finding;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.ledger.EventFields;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the record keeps of checks of cases and of whoever looked at what was found. */
public sealed interface CaseFindingEvent extends LedgerEvent {

    /**
     * The cases of a municipality were checked.
     *
     * @param day the Danish day as of which
     * @param cases how many there were
     * @param counts how many demands stand how: {@code rule@version state number}, in order; no unit and no child
     */
    @Recorded(by = ActorKind.SCHEDULER, ground = "BL §§ 5, 18, 20, 91, 95, 108")
    record Checked(Holding holding, LocalDate day, long cases, PolicyDigest policy, List<String> counts)
            implements CaseFindingEvent {

        public Checked {
            counts = List.copyOf(counts);
        }

        static Checked of(Holding holding, CaseChecks.Check check, Map<CaseComparison.Cell, Long> counts) {
            Map<String, Long> sums = new TreeMap<>();
            counts.forEach((cell, number) -> sums.merge(
                    cell.rule() + "@" + cell.version() + " " + cell.state().id(), number, Long::sum));
            return new Checked(
                    holding,
                    check.day(),
                    check.cases(),
                    new PolicyDigest(check.policy()),
                    sums.entrySet().stream()
                            .map(sum -> sum.getKey() + " " + sum.getValue())
                            .toList());
        }

        @Override
        public String type() {
            return "casefile.checked";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", holding.municipality().value())
                    .text("basis", holding.basis().value())
                    .text("day", day.toString())
                    .number("cases", cases)
                    .policy(policy)
                    .texts("counts", counts);
        }
    }

    /** Somebody read what was found in one case. */
    @Recorded(
            by = {ActorKind.CASEWORKER, ActorKind.TEAM_LEADER},
            ground = "BL § 9; FVL § 32")
    record Opened(MunicipalityCode municipality, CaseId id, Pseudonym child) implements CaseFindingEvent {
        @Override
        public String type() {
            return "casefile.findings_opened";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .text("case", id.toString())
                    .child("pseudonym", municipality.value(), child.bytes());
        }
    }

    /** Somebody took a copy of what was found in all cases. */
    @Recorded(by = ActorKind.TEAM_LEADER, ground = "BL § 9; FVL § 32")
    record Exported(MunicipalityCode municipality, long cases, long findings) implements CaseFindingEvent {
        @Override
        public String type() {
            return "casefile.findings_exported";
        }

        @Override
        public EventFields fields() {
            return EventFields.none()
                    .text("municipality", municipality.value())
                    .number("cases", cases)
                    .number("findings", findings);
        }
    }

    /** Findings whose time was over were erased. */
    @Recorded(by = ActorKind.SCHEDULER, ground = "GDPR 5(1)(e)")
    record Erased(MunicipalityCode municipality, int findings) implements CaseFindingEvent {
        @Override
        public String type() {
            return "casefile.findings_erased";
        }

        @Override
        public EventFields fields() {
            return EventFields.none().text("municipality", municipality.value()).number("findings", findings);
        }
    }
}
