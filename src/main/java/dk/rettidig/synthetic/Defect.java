package dk.rettidig.synthetic;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A defect planted in the population or its feeds, each with a known answer and each switchable, so that audits and
 * checks can be shown to find it. The sizes stand here and nowhere else.
 */
public enum Defect {
    /** Group g (11 % of children) is notified at 1.8 times the odds at equal need. */
    GROUP_BIAS("gruppe g underrettes 1,8 gange så ofte (odds) ved samme behov"),
    /** 30 % of the children whose assessment found need have no registered measure. */
    LABEL_NOISE("30 % af de børn, der fik hjælp, har ingen registreret indsats"),
    /** Sources say nothing about some children, more so about some families than others. */
    SURVEILLANCE("kildesystemer tier om nogle børn, afhængigt af familien"),
    /** The last quarter has half the school and day-care notifications; the mean absence has risen to 8 %. */
    DRIFT("halvt så mange underretninger fra skole og dagtilbud i seneste kvartal; fraværet steget til 8 %"),
    /** 1 % of the rows come twice in a delivery. */
    DUPLICATES("1 % af rækkerne kommer to gange"),
    /** 5 % of the rows are known up to 14 days late. */
    LATE("5 % af rækkerne er kendt op til 14 dage for sent"),
    /** 0.5 % of the rows are first delivered wrong and corrected later under a new {@code known_at}. */
    CORRECTIONS("0,5 % af rækkerne rettes senere"),
    /** 2 % of the children moved within the year: the sources of two municipalities each know a part. */
    MOVED("2 % af børnene er flyttet til en anden kommune i løbet af året"),
    /** Notifications about unborn children, who have no identifier and so no row. */
    UNBORN("underretninger om ufødte børn giver ingen rækker"),
    /** The four smallest municipalities are there, each with fewer than 500 children ({@link SmallCells}). */
    SMALL_CELLS("fire kommuner med under 500 børn er med, så små tal skal beskyttes");

    /** Odds ratio of being notified in group g at equal need, when {@link #GROUP_BIAS} is planted. */
    static final double GROUP_ODDS = 1.8;
    /** Share of found need without a registered measure, when {@link #LABEL_NOISE} is planted. */
    static final double UNREGISTERED = 0.30;
    /** Change in the log of absence from this population's mean of 5.7 to 8 % (2021/22), when {@link #DRIFT} is planted. */
    static final double ABSENCE_DRIFT = StrictMath.log(8 / 5.66);
    /** Share of school and day-care notifications that stay away in the last quarter under {@link #DRIFT}. */
    static final double SILENCED = 0.5;

    static final double DUPLICATED = 0.01;
    static final double LATE_SHARE = 0.05;
    static final int LATE_DAYS = 14;
    static final double CORRECTED = 0.005;
    static final double MOVED_SHARE = 0.02;
    /** Notifications about unborn children per notified child: 2,508 of 75,019 in 2018 (StatBank UND2). */
    static final double UNBORN_SHARE = 0.033;

    private final String danish;

    Defect(String danish) {
        this.danish = danish;
    }

    /** The name on the command line, for instance {@code label-noise}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is planted, in Danish. */
    public String danish() {
        return danish;
    }

    /** The defect with this name. */
    public static Defect parse(String id) {
        for (Defect defect : values()) {
            if (defect.id().equals(id)) {
                return defect;
            }
        }
        throw new SyntheticFault(SyntheticErrorCode.UNKNOWN_FAULT);
    }

    /** What a population has unless told otherwise: everything but drift and further municipalities. */
    public static Set<Defect> usual() {
        return EnumSet.complementOf(EnumSet.of(DRIFT, SMALL_CELLS));
    }

    /** Whether it is something that happened in the latest year alone and no earlier cohort shows. */
    boolean latestOnly() {
        return this == DRIFT || this == MOVED;
    }
}
