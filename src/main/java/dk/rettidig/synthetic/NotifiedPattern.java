package dk.rettidig.synthetic;

import java.util.OptionalDouble;

/** What the usable indicators show of a notified child, as its sources show it, in few levels each. */
final class NotifiedPattern {

    /** Levels of each of the nine parts. */
    static final int[] LEVELS = {4, 2, 2, 3, 2, 2, 2, 5, 4};

    private NotifiedPattern() {}

    static int[] of(SyntheticChild child) {
        return new int[] {
            Math.min(child.history().count(), 4) - 1,
            atLeast(child, SyntheticIndicator.SUP_RUNNING, 1),
            atLeast(child, SyntheticIndicator.SUP_EARLIER, 1),
            (int) Math.min(2, child.observed(SyntheticIndicator.SIB_NOTIF).orElse(0)),
            atLeast(child, SyntheticIndicator.PAR_BENEFIT, 1),
            atLeast(child, SyntheticIndicator.PAR_UNEMP, 3),
            atLeast(child, SyntheticIndicator.RES_MOVES, 1),
            band(child.observed(SyntheticIndicator.SCH_ABS_UNL), .005, .02, .05),
            band(child.observed(SyntheticIndicator.DAY_ABS), .03, .06)
        };
    }

    private static int atLeast(SyntheticChild child, SyntheticIndicator indicator, double limit) {
        return child.observed(indicator).orElse(0) >= limit ? 1 : 0;
    }

    /** 0 when nothing is known, else one more than the limits that the value reaches. */
    private static int band(OptionalDouble value, double... limits) {
        if (value.isEmpty()) {
            return 0;
        }
        int band = 1;
        for (double limit : limits) {
            band += value.getAsDouble() >= limit ? 1 : 0;
        }
        return band;
    }
}
