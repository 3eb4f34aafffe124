package dk.rettidig.synthetic;

import dk.rettidig.indicator.Observation;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.synthetic.FeedCalendar.Period;
import dk.rettidig.synthetic.SyntheticPopulation.Block;
import dk.rettidig.synthetic.SyntheticPopulation.Family;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Twelve usable indicators of every child as observations, for measuring capacity: exactly twelve a child, because
 * where nothing is observed a neutral value stands in (so never train on this). No feed faults. Keys come in random order:
 * pseudonyms are random, and the rows of about 16,000 children at a time are shuffled. Made on the reading thread; memory
 * stays flat.
 */
public final class ObservationStream implements Iterator<Observation> {

    /** All usable ones but the professionals' notifications, which the notifications contain. */
    private static final List<SyntheticIndicator> INDICATORS = SyntheticIndicator.usable().stream()
            .filter(indicator -> indicator != SyntheticIndicator.NOTIF_PROF)
            .toList();

    private static final int WINDOW = 16_384;

    private final PopulationSettings settings;
    private final PopulationModel model;
    private final FeedCalendar calendar;
    private final Iterator<Block> blocks;
    private List<Observation> window = List.of();
    private int next;

    /** The observations of this population. */
    public ObservationStream(PopulationSettings settings) {
        this.settings = settings;
        this.model = PopulationModel.of(settings);
        this.calendar = new FeedCalendar(settings.day());
        this.blocks = new BlockPlan(settings, WINDOW);
    }

    @Override
    public boolean hasNext() {
        return next < window.size() || blocks.hasNext();
    }

    @Override
    public Observation next() {
        if (next == window.size()) {
            fill();
        }
        return window.get(next++);
    }

    private void fill() {
        if (!blocks.hasNext()) {
            throw new NoSuchElementException("all children are done");
        }
        Block block = blocks.next();
        List<Observation> rows = new ArrayList<>(block.children() * INDICATORS.size());
        for (Family family : SyntheticPopulation.families(settings, model, block)) {
            for (SyntheticChild child : family.children()) {
                observations(child, rows);
            }
        }
        shuffle(rows, block);
        window = rows;
        next = 0;
    }

    private void observations(SyntheticChild child, List<Observation> rows) {
        Pseudonym pseudonym = child.pseudonym();
        for (SyntheticIndicator indicator : INDICATORS) {
            Period period = calendar.of(indicator);
            double value = child.observed(indicator).orElse(neutral(indicator));
            rows.add(new Observation(
                    pseudonym, indicator.id(), period.from(), period.to(), value, period.knownAt(), false));
        }
    }

    /** Never notified counts as a year ago, by the group of others. */
    private static double neutral(SyntheticIndicator indicator) {
        return switch (indicator) {
            case NOTIF_SINCE -> 365;
            case NOTIF_GROUP -> Notifier.OTHER.code();
            case AGE_BAND -> 1;
            default -> 0;
        };
    }

    private void shuffle(List<Observation> rows, Block block) {
        Draws draws = Draws.of(
                settings.seed(), Draws.Purpose.SHUFFLE, block.municipality().code(), block.firstFamily(), 0);
        for (int i = rows.size() - 1; i > 0; i--) {
            int other = draws.below(i + 1);
            Observation moved = rows.get(i);
            rows.set(i, rows.get(other));
            rows.set(other, moved);
        }
    }
}
