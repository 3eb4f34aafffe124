package dk.rettidig.synthetic;

/** The twelve yes-or-no indicators of the calibration table (ADR 0030), which the trial behind its targets used. */
final class TablePattern {

    private static final SyntheticIndicator[] INDICATORS = {
        SyntheticIndicator.PAR_BENEFIT,
        SyntheticIndicator.PAR_APART,
        SyntheticIndicator.PAR_PSYCH,
        SyntheticIndicator.PAR_SUBST,
        SyntheticIndicator.PAR_CRIM,
        SyntheticIndicator.PAR_EDU,
        SyntheticIndicator.MOTHER_YOUNG,
        SyntheticIndicator.CHILD_HV_NS,
        SyntheticIndicator.CHILD_DENT_NS,
        SyntheticIndicator.SCH_ABS_ALL,
        SyntheticIndicator.CHILD_CHARGE,
        SyntheticIndicator.RES_MOVES
    };

    private TablePattern() {}

    static int[] of(SyntheticChild child) {
        int[] pattern = new int[INDICATORS.length];
        for (int i = 0; i < pattern.length; i++) {
            double limit = INDICATORS[i] == SyntheticIndicator.SCH_ABS_ALL ? Absence.OVER : 0;
            pattern[i] = child.actual(INDICATORS[i]).orElse(0) > limit ? 1 : 0;
        }
        return pattern;
    }
}
