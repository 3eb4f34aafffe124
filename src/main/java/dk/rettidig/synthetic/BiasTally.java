package dk.rettidig.synthetic;

import java.util.Arrays;

/**
 * Notified children by group and by how much the factors make notification likely: at equal factors need is equally
 * distributed, so what differs between the groups there is bias ({@link Defect#GROUP_BIAS}).
 */
final class BiasTally {

    private static final int STRATA = 48;
    private static final double WIDTH = .2;
    private static final int REST = 0;
    private static final int GROUP_G = 1;
    private static final double DEVIATION =
            StrictMath.hypot(Liability.NOTIFIED_LAST_YEAR.family(), Liability.NOTIFIED_LAST_YEAR.child());

    /** By stratum, then group, then whether notified. */
    private final long[][][] strata = new long[STRATA][2][2];

    /** Children by group, then whether there is need, then whether notified. */
    private final long[][][] byNeed = new long[2][2][2];

    void add(SyntheticChild child) {
        int group = child.person().groupG() ? GROUP_G : REST;
        int notified = child.history().notified() ? 1 : 0;
        strata[stratum(child.latent())][group][notified]++;
        byNeed[group][child.latent().need() ? 1 : 0][notified]++;
    }

    void merge(BiasTally other) {
        for (int stratum = 0; stratum < STRATA; stratum++) {
            merge(strata[stratum], other.strata[stratum]);
        }
        merge(byNeed[REST], other.byNeed[REST]);
        merge(byNeed[GROUP_G], other.byNeed[GROUP_G]);
    }

    /** The odds ratio of being notified at equal factors (Mantel and Haenszel 1959). */
    double oddsRatio() {
        double upper = 0;
        double lower = 0;
        for (long[][] stratum : strata) {
            double children = stratum[REST][0] + stratum[REST][1] + stratum[GROUP_G][0] + stratum[GROUP_G][1];
            if (children > 0) {
                upper += (double) stratum[GROUP_G][1] * stratum[REST][0] / children;
                lower += (double) stratum[GROUP_G][0] * stratum[REST][1] / children;
            }
        }
        return upper / lower;
    }

    /** The odds ratio among children without need, whose notifications are false alarms. */
    double falseAlarmOdds() {
        return odds(byNeed[GROUP_G][0]) / odds(byNeed[REST][0]);
    }

    /** Share of the children without need, in group g or not, who were notified. */
    double falseAlarms(boolean groupG) {
        long[] cells = byNeed[groupG ? GROUP_G : REST][0];
        return cells[1] / (double) (cells[0] + cells[1]);
    }

    /** Share in need, in group g or not. */
    double inNeed(boolean groupG) {
        long[][] cells = byNeed[groupG ? GROUP_G : REST];
        double need = cells[1][0] + cells[1][1];
        return need / (need + cells[0][0] + cells[0][1]);
    }

    private static double odds(long[] cells) {
        return cells[1] / (double) cells[0];
    }

    private static int stratum(SyntheticChild.Latent latent) {
        double score = (Liability.NOTIFIED_LAST_YEAR.family() * latent.family()
                        + Liability.NOTIFIED_LAST_YEAR.child() * latent.child())
                / DEVIATION;
        return Math.clamp((int) Math.floor(score / WIDTH) + STRATA / 2, 0, STRATA - 1);
    }

    private static void merge(long[][] sums, long[][] more) {
        for (int row = 0; row < sums.length; row++) {
            long[] sum = sums[row];
            long[] add = more[row];
            Arrays.setAll(sum, i -> sum[i] + add[i]);
        }
    }
}
