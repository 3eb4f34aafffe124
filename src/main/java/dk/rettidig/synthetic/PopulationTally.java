package dk.rettidig.synthetic;

import dk.rettidig.synthetic.SyntheticChild.NotificationHistory;
import dk.rettidig.synthetic.SyntheticChild.Outcomes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts from which the achieved figures are made; tallies of blocks add up to that of the population. */
final class PopulationTally {

    private static final int INDICATORS = SyntheticIndicator.values().length;

    private final long[] counts = new long[Count.values().length];
    private final long[] applicable = new long[INDICATORS];
    private final long[] positive = new long[INDICATORS];
    private final double[] sums = new double[INDICATORS];
    private final long[] notifiers = new long[Notifier.values().length + 1];
    private final PatternTable again = new PatternTable(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    private final PatternTable placed = new PatternTable(2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    private final PatternTable need = new PatternTable(NotifiedPattern.LEVELS);
    private final int scopeDays;
    private final DefectTally defects;
    private final Optional<YearTally> year;

    PopulationTally(PopulationSettings settings) {
        scopeDays = settings.scopeDays();
        defects = new DefectTally(settings);
        year = settings.publishedYear().map(published -> new YearTally(settings));
    }

    /** What is counted once a child or a pair of siblings. */
    enum Count {
        CHILDREN,
        GIRLS,
        IN_SCOPE,
        MOVED,
        NEED,
        NOTIFIED,
        NOTIFIED_ONCE,
        NOTIFICATIONS,
        NEED_NOTIFIED,
        FOUND,
        REGISTERED,
        AGAIN,
        AGAIN_NOTIFIED,
        GRAVE,
        PLACED,
        PLACED_NOTIFIED,
        MUCH_ABSENT,
        OVER_TEN,
        NO_INDICATOR,
        THREE_INDICATORS,
        SIBLING_PAIRS,
        SIBLING_BOTH,
        SIBLING_FIRST;

        @SuppressWarnings("EnumOrdinal") // never stored: it indexes an array that lives as long as the run
        private int position() {
            return ordinal();
        }
    }

    void add(List<SyntheticChild> family) {
        for (SyntheticChild child : family) {
            child(child);
            defects.add(child);
            year.ifPresent(tally -> tally.add(child));
            for (SyntheticChild sibling : family) {
                if (sibling.person().number() != child.person().number()) {
                    pair(child.outcomes().notifiedAgain(), sibling.outcomes().notifiedAgain());
                }
            }
        }
    }

    void merge(PopulationTally other) {
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
        Arrays.setAll(applicable, i -> applicable[i] + other.applicable[i]);
        Arrays.setAll(positive, i -> positive[i] + other.positive[i]);
        Arrays.setAll(sums, i -> sums[i] + other.sums[i]);
        Arrays.setAll(notifiers, i -> notifiers[i] + other.notifiers[i]);
        again.merge(other.again);
        placed.merge(other.placed);
        need.merge(other.need);
        defects.merge(other.defects);
        year.ifPresent(tally -> other.year.ifPresent(tally::merge));
    }

    long count(Count what) {
        return counts[what.position()];
    }

    /** One count as a share of another. */
    double share(Count what, Count of) {
        return count(what) / (double) count(of);
    }

    /** Of the children to whom it applies, the share with more than 0. */
    double prevalence(SyntheticIndicator indicator) {
        return positive[indicator.position()] / (double) applicable[indicator.position()];
    }

    /** The mean over the children to whom it applies. */
    double mean(SyntheticIndicator indicator) {
        return sums[indicator.position()] / applicable[indicator.position()];
    }

    long applicable(SyntheticIndicator indicator) {
        return applicable[indicator.position()];
    }

    double notifierShare(Notifier notifier) {
        return notifiers[notifier.code()] / (double) count(Count.NOTIFIED);
    }

    double aucAgain() {
        return again.auc();
    }

    double aucPlaced() {
        return placed.auc();
    }

    double aucNeed() {
        return need.auc();
    }

    /** The published year's figures beside the published ones; none without one. */
    List<AchievedFigure> yearFigures() {
        return year.map(YearTally::figures).orElse(List.of());
    }

    /** What the known answers are made from. */
    DefectTally defects() {
        return defects;
    }

    private void child(SyntheticChild child) {
        up(Count.CHILDREN, true);
        up(Count.GIRLS, child.person().girl());
        up(Count.IN_SCOPE, child.inScope(scopeDays));
        up(Count.MOVED, child.person().movedDaysAgo() >= 0);
        up(Count.NEED, child.latent().need());
        outcomes(child.outcomes());
        for (SyntheticIndicator indicator : SyntheticIndicator.values()) {
            child.actual(indicator).ifPresent(value -> indicator(indicator, value));
        }
        double absence = child.actual(SyntheticIndicator.SCH_ABS_ALL).orElse(0);
        up(Count.MUCH_ABSENT, absence > Absence.OVER);
        up(Count.OVER_TEN, absence > Absence.TEN);
        if (child.history().notified()) {
            notified(child);
        }
        tables(child);
    }

    private void tables(SyntheticChild child) {
        boolean training = child.person().family() % 2 == 0;
        int[] table = TablePattern.of(child);
        int indicators = Arrays.stream(table).sum();
        up(Count.NO_INDICATOR, indicators == 0);
        up(Count.THREE_INDICATORS, indicators >= 3);
        again.add(table, child.outcomes().notifiedAgain(), training);
        int[] withHistory = Arrays.copyOf(table, table.length + 1);
        withHistory[table.length] = child.history().notified() ? 1 : 0;
        placed.add(withHistory, child.outcomes().placed(), training);
    }

    private void notified(SyntheticChild child) {
        NotificationHistory history = child.history();
        up(Count.NOTIFIED, true);
        up(Count.NOTIFIED_ONCE, history.count() == 1);
        up(Count.NEED_NOTIFIED, child.latent().need());
        up(Count.AGAIN_NOTIFIED, child.outcomes().notifiedAgain());
        up(Count.PLACED_NOTIFIED, child.outcomes().placed());
        counts[Count.NOTIFICATIONS.position()] += history.count();
        notifiers[history.notifier()]++;
        need.add(
                NotifiedPattern.of(child),
                child.outcomes().assessedNeed(),
                child.person().family() % 2 == 0);
    }

    private void outcomes(Outcomes outcomes) {
        up(Count.FOUND, outcomes.assessedNeed());
        up(Count.REGISTERED, outcomes.registeredMeasure());
        up(Count.AGAIN, outcomes.notifiedAgain());
        up(Count.GRAVE, outcomes.grave());
        up(Count.PLACED, outcomes.placed());
    }

    private void indicator(SyntheticIndicator indicator, double value) {
        applicable[indicator.position()]++;
        sums[indicator.position()] += value;
        if (value > 0) {
            positive[indicator.position()]++;
        }
    }

    private void pair(boolean first, boolean second) {
        up(Count.SIBLING_PAIRS, true);
        up(Count.SIBLING_FIRST, first);
        up(Count.SIBLING_BOTH, first && second);
    }

    private void up(Count what, boolean condition) {
        if (condition) {
            counts[what.position()]++;
        }
    }
}
