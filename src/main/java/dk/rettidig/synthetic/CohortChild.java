package dk.rettidig.synthetic;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.indicator.Observation;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A child as of its cohort's day: what was known before that day, and the outcome N with the day on which it was known.
 *
 * @param cohort the settings of its year
 */
public record CohortChild(PopulationSettings cohort, SyntheticChild child) {

    /**
     * N, what models are trained for.
     *
     * @param found whether the assessment found need
     * @param knownOn the day on which it ended: 60 to 182 days after the latest notification
     */
    public record Assessment(boolean found, LocalDate knownOn) {}

    /** The as-of day. */
    public LocalDate day() {
        return cohort.day();
    }

    /** The family's number, the same in every cohort: keeps siblings on one side of a split. For modelling only. */
    public long family() {
        return child.person().familyKey();
    }

    /** The assessment of the latest notification; nothing when there was none in the year. */
    public Optional<Assessment> assessment() {
        return child.assessedOn(day()).map(on -> new Assessment(child.outcomes().assessedNeed(), on));
    }

    /**
     * Whether the child may be a row of training or test: in scope on the as-of day, with an assessment that ends after it,
     * so that the outcome lies within six months after the as-of day and nothing of it was known before.
     */
    public boolean isPending() {
        return child.inScope(cohort.scopeDays())
                && assessment().filter(each -> each.knownOn().isAfter(day())).isPresent();
    }

    /**
     * The rows that the feeds of its municipality deliver about it, without scope: blocked and disabled indicators too,
     * planted faults too (the same fact twice, corrections under a later {@code knownAt}). All were known before the day.
     */
    public List<Observation> observations() {
        Pseudonym pseudonym = child.pseudonym();
        List<Observation> rows = new ArrayList<>();
        new RowSource(cohort).rows(child, (feed, row) -> {
            if (feed != SyntheticFeed.SCOPE) {
                rows.add(new Observation(
                        pseudonym,
                        new IndicatorId(row.indicator()),
                        row.from(),
                        row.to(),
                        row.value(),
                        row.knownAt(),
                        row.retract()));
            }
        });
        return rows;
    }
}
