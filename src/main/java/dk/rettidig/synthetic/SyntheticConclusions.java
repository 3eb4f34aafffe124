package dk.rettidig.synthetic;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How the screenings of the synthetic children in scope end, as their notification register would tell: need is N, what models are
 * trained for. That they all end on one day is assumed (POPULATION: {@code [A]}), so that one day's delivery is enough to count.
 */
public final class SyntheticConclusions {

    private SyntheticConclusions() {}

    /**
     * One screening's end.
     *
     * @param need whether need for support was found
     */
    public record SyntheticConclusion(Pseudonym child, boolean need) {}

    /**
     * Those of the children who are in scope both at the as-of day and still on this one.
     *
     * @param on the day they end, not before the as-of day
     */
    public static List<SyntheticConclusion> of(PopulationSettings settings, LocalDate on) {
        int left = settings.scopeDays() - Math.toIntExact(ChronoUnit.DAYS.between(settings.day(), on));
        List<SyntheticConclusion> ended = new ArrayList<>();
        SyntheticPopulation.generate(settings, child -> {
            if (child.inScope(left)) {
                ended.add(new SyntheticConclusion(
                        child.pseudonym(), child.outcomes().assessedNeed()));
            }
        });
        return List.copyOf(ended);
    }
}
