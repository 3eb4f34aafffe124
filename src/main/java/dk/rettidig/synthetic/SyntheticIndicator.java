package dk.rettidig.synthetic;

import dk.rettidig.indicator.IndicatorId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The indicators that the synthetic registries deliver, under their ids in {@code policies/indicators.yaml}. The first
 * thirteen may be used; the blocked and the disabled ones are made so that the gate can be seen refusing them and an
 * evaluation can say what leaving them out costs.
 */
public enum SyntheticIndicator {
    /** Notifications in the 12 months before, the latest included. */
    NOTIF_PRIOR(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** Days since the latest notification; only with one in the 12 months before. */
    NOTIF_SINCE(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** Notifier group of the latest notification, 1 to 11 (docs/synthetic.md). */
    NOTIF_GROUP(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** Notifications by professionals in the 12 months before. */
    NOTIF_PROF(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** Unlawful absence as a share of the quarter, ages 6 to 16. */
    SCH_ABS_UNL(SyntheticFeed.SCHOOL, 4, Windows.QUARTER),
    /** Absence without notice as a share of the quarter, ages 1 to 5. */
    DAY_ABS(SyntheticFeed.DAYCARE, 4, Windows.QUARTER),
    /** 1 when a parent had cash benefit within 12 months. */
    PAR_BENEFIT(SyntheticFeed.BENEFITS, 0, 12),
    /** Months of the last 12 without work for the parents, in halves. */
    PAR_UNEMP(SyntheticFeed.BENEFITS, 1, 12),
    /** Moves between municipalities in the last 36 months. */
    RES_MOVES(SyntheticFeed.HOUSING, 0, 36),
    /** 1 when a support measure is running. */
    SUP_RUNNING(SyntheticFeed.CASE_SYSTEM, 0, Windows.YESTERDAY),
    /** 1 when a support measure ended earlier. */
    SUP_EARLIER(SyntheticFeed.CASE_SYSTEM, 0, Windows.YESTERDAY),
    /** Notifications about siblings in the last 12 months, counted at the source. */
    SIB_NOTIF(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** 1 for ages 0-2, 2 for 3-6, 3 for 7-12, 4 for 13-17. */
    AGE_BAND(SyntheticFeed.NOTIFICATION_REGISTER, 0, Windows.YESTERDAY),
    /** Blocked: all absence from school, illness included, as a share of the quarter. */
    SCH_ABS_ALL(SyntheticFeed.BLOCKED, 4, Windows.QUARTER),
    /** Blocked: a parent in psychiatric treatment. */
    PAR_PSYCH(SyntheticFeed.BLOCKED, 0, 12),
    /** Blocked: a parent in treatment for substance use. */
    PAR_SUBST(SyntheticFeed.BLOCKED, 0, 12),
    /** Blocked: a parent convicted. */
    PAR_CRIM(SyntheticFeed.BLOCKED, 0, 12),
    /** Blocked: the child missed the dentist twice. */
    CHILD_DENT_NS(SyntheticFeed.BLOCKED, 0, 12),
    /** Blocked: the child missed a doctor's or health visitor's appointment. */
    CHILD_HV_NS(SyntheticFeed.BLOCKED, 0, 12),
    /** Blocked: the child was charged, ages 12 to 17. */
    CHILD_CHARGE(SyntheticFeed.BLOCKED, 0, 12),
    /** Disabled: the family was evicted within 24 months. */
    EVICT(SyntheticFeed.DISABLED, 0, 24),
    /** Disabled: the parents live apart. */
    PAR_APART(SyntheticFeed.DISABLED, 0, 12),
    /** Disabled: both parents have little education. */
    PAR_EDU(SyntheticFeed.DISABLED, 0, 12),
    /** Disabled: the mother was under 21 at the birth. */
    MOTHER_YOUNG(SyntheticFeed.DISABLED, 0, 12);

    /** The reference period is the last quarter. */
    static final int QUARTER = Windows.QUARTER;
    /** The reference period is the year that ended yesterday. */
    static final int YESTERDAY = Windows.YESTERDAY;

    /** Holds what an enum's own constants can't refer to. */
    private static final class Windows {
        static final int QUARTER = 0;
        static final int YESTERDAY = -1;
    }

    private static final List<SyntheticIndicator> USABLE = Arrays.stream(values())
            .filter(indicator -> indicator.feed != SyntheticFeed.BLOCKED && indicator.feed != SyntheticFeed.DISABLED)
            .toList();

    private static final Map<SyntheticIndicator, IndicatorId> IDS = new EnumMap<>(Arrays.stream(values())
            .collect(Collectors.toMap(Function.identity(), each -> new IndicatorId(each.name()))));

    private final SyntheticFeed feed;
    private final int decimals;
    private final int window;

    SyntheticIndicator(SyntheticFeed feed, int decimals, int window) {
        this.feed = feed;
        this.decimals = decimals;
        this.window = window;
    }

    /** The id in the catalogue. */
    public IndicatorId id() {
        return Objects.requireNonNull(IDS.get(this));
    }

    /** The feed that delivers it. */
    public SyntheticFeed feed() {
        return feed;
    }

    /** The thirteen that are neither blocked nor disabled. */
    public static List<SyntheticIndicator> usable() {
        return USABLE;
    }

    /** Place of its value in a child's values. */
    @SuppressWarnings("EnumOrdinal") // never stored: it indexes an array that lives as long as the child
    int position() {
        return ordinal();
    }

    /** Decimals that are written. */
    int decimals() {
        return decimals;
    }

    /** The reference period: {@link #QUARTER}, {@link #YESTERDAY}, or a number of whole months. */
    int window() {
        return window;
    }
}
