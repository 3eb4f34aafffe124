package dk.rettidig.monitoring;

import dk.rettidig.review.OwnView;
import dk.rettidig.scoring.ModelRef;
import java.time.LocalDate;

/**
 * How many sealed own views of flagged children, whose screening was concluded since, were alike.
 *
 * @param quarter and the rest as in {@link Tally}
 */
public record ViewTally(
        ModelRef model, LocalDate quarter, int ageBand, OwnView.Choice choice, boolean need, long views) {

    boolean wouldScreen() {
        return choice == OwnView.Choice.NEED_LIKELY || choice == OwnView.Choice.NEED_URGENT;
    }
}
