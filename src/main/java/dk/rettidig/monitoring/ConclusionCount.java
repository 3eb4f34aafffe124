package dk.rettidig.monitoring;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Flags;
import dk.rettidig.flag.Standings;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.scope.Band;
import dk.rettidig.scope.Conclusions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Counts concluded screenings, each once, with what the model had said and what people had thought: the counts are all that stays. */
@Singleton
class ConclusionCount {

    private static final Actor ITSELF = new Actor.Scheduler();
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** A correction that comes within a day is counted instead of what it corrects. */
    private static final Duration SETTLED = Duration.ofDays(1);

    /** Conclusions are erased 71 hours after the end of their scope: until then there are hours enough to count them. */
    private static final Duration ENDING = Duration.ofDays(2);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int TENTHS = 10;

    private final Gate gate;
    private final Ledger ledger;
    private final Epochs epochs;
    private final Conclusions conclusions;
    private final Standings standings;
    private final Flags flags;
    private final ConcludedChild children;
    private final Tallies tallies;
    private final ErasureBox box;

    ConclusionCount(
            Gate gate,
            Ledger ledger,
            Epochs epochs,
            Conclusions conclusions,
            Standings standings,
            Flags flags,
            ConcludedChild children,
            Tallies tallies,
            ErasureBox box) {
        this.gate = gate;
        this.ledger = ledger;
        this.epochs = epochs;
        this.conclusions = conclusions;
        this.standings = standings;
        this.flags = flags;
        this.children = children;
        this.tallies = tallies;
        this.box = box;
    }

    /** Municipalities that have conclusions. */
    List<MunicipalityCode> municipalities() {
        return QuarkusTransaction.requiringNew().call(conclusions::municipalities);
    }

    /**
     * Counts what is due in a municipality, in a transaction of its own with its entry.
     *
     * @return how many conclusions
     * @throws dk.rettidig.gate.RefusedFault when the gate does not permit it
     */
    int count(MunicipalityCode municipality, Instant now) {
        gate.demand(Request.plain(ITSELF, Action.COUNT_CONCLUSIONS, Purpose.ADMINISTRATION, Optional.of(municipality)));
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(() -> {
                    epochs.hold(municipality.value());
                    int changed = changed(municipality, now);
                    List<Conclusions.Due> due = conclusions.due(municipality, now.minus(SETTLED), now.minus(ENDING));
                    int unplaced = 0;
                    for (Conclusions.Due each : due) {
                        unplaced += place(municipality, each) ? 0 : 1;
                        conclusions.counted(municipality, each, now);
                    }
                    if (due.size() + changed > 0) {
                        ledger.append(
                                ITSELF,
                                new MonitoringEvent.ConclusionsCounted(
                                        municipality, Band.of(due.size()), Band.of(unplaced), Band.of(changed)));
                    }
                    return due.size();
                });
    }

    private int changed(MunicipalityCode municipality, Instant now) {
        int changed = conclusions.changedAfter(municipality, now);
        if (changed > 0) {
            LocalDate quarter = quarter(now.atZone(DENMARK).toLocalDate());
            tallies.aside(municipality, quarter, Tallies.Aside.CHANGED, changed);
        }
        return changed;
    }

    /** False when no run can be shown that the child was in. */
    private boolean place(MunicipalityCode municipality, Conclusions.Due due) {
        Optional<Standings.Standing> standing = standings.latest(
                municipality,
                due.basis(),
                due.child(),
                due.day().atStartOfDay(DENMARK).toInstant());
        if (standing.isEmpty()) {
            tallies.aside(municipality, quarter(due.day()), Tallies.Aside.UNPLACED, 1);
            return false;
        }
        count(municipality, due, standing.get());
        return true;
    }

    private void count(MunicipalityCode municipality, Conclusions.Due due, Standings.Standing standing) {
        int band = children.ageBand(municipality, due.child(), due.day());
        // The database gives the strength only once somebody has sealed a view of the flag.
        Optional<Double> probability = standing.flag()
                .flatMap(flag -> flags.strength(municipality, flag))
                .map(FlagStrength::probability);
        tallies.add(
                municipality,
                new Tally(
                        standing.model(),
                        quarter(due.day()),
                        band,
                        standing.became(),
                        probability
                                .map(value -> Math.min(TENTHS - 1, (int) (value * TENTHS)))
                                .orElse(Tally.UNKNOWN),
                        due.need(),
                        1,
                        probability.orElse(0.0)));
        standing.flag().ifPresent(flag -> countViews(municipality, due, standing, band, flag));
    }

    private void countViews(
            MunicipalityCode municipality, Conclusions.Due due, Standings.Standing standing, int band, FlagId flag) {
        LocalDate quarter = quarter(due.day());
        for (ConcludedChild.Viewed view : children.views(municipality, flag)) {
            byte[] mark = box.lookup(String.join(
                    "\n",
                    "reviewer of concluded",
                    municipality.value(),
                    standing.model().toString(),
                    quarter.toString(),
                    view.reviewer()));
            tallies.add(
                    municipality, new ViewTally(standing.model(), quarter, band, view.choice(), due.need(), 1), mark);
        }
    }

    /** The first day of a day's quarter. */
    static LocalDate quarter(LocalDate day) {
        return day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
    }
}
