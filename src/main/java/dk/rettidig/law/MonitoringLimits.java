package dk.rettidig.law;

import java.time.Period;
import java.util.Set;

/** When flagging pauses by itself: {@code policies/monitoring-limits.yaml}. Injected; immutable. */
public interface MonitoringLimits {

    /** How far an indicator's values lie from those in training. */
    String INPUT_SHIFT = "input_shift";

    /** How much more of a source is missing than in training. */
    String MISSING_RISE = "missing_rise";

    /** How much of a source is out of date. */
    String STALE_SHARE = "stale_share";

    /** Of how many children the model says nothing. */
    String ABSTENTION_SHARE = "abstention_share";

    /** How far the calculated values lie from those on held-out data. */
    String SCORE_SHIFT = "score_shift";

    /** How far need found among flagged children certainly lies from what was calculated. */
    String CONCLUDED_CALIBRATION = "concluded_calibration";

    /** How much more of the need of one age band than of another was certainly flagged. */
    String RECALL_GAP = "recall_gap";

    /** All that is measured: of a run, and the last two of concluded screenings. */
    Set<String> IDS = Set.of(
            INPUT_SHIFT, MISSING_RISE, STALE_SHARE, ABSTENTION_SHARE, SCORE_SHIFT, CONCLUDED_CALIBRATION, RECALL_GAP);

    /**
     * The limit with this id.
     *
     * @param id one of {@link #IDS}
     */
    Limit limit(String id);

    /** Children that a run must have to be judged. */
    int fewestChildren();

    /** How long what a person accepted by resuming does not pause again. */
    Period accepted();

    /** How much worse, as a share of the accepted figure, something may become meanwhile. */
    double margin();

    /** Different reviewers of whom an aggregate about people must be made. */
    int fewestReviewers();

    /** Cases of which an aggregate about people must be made. */
    int fewestCases();

    /**
     * One limit.
     *
     * @param atLeast whether the figure must be at least {@code value}; otherwise at most
     * @param ref why there is one
     */
    record Limit(String id, String danish, String english, boolean atLeast, double value, String ref) {

        /** Whether a figure holds the limit; a figure that is no number does not. */
        public boolean holds(double figure) {
            return atLeast ? figure >= value : figure <= value;
        }
    }
}
