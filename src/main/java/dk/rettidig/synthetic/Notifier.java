package dk.rettidig.synthetic;

/**
 * The eleven groups of notifiers, in the order of their codes 1 to 11, with their share of notifications in 2022 (school,
 * health, police or court, day care, anonymous: Statistics Denmark and KL; the rest is shared out by assumption).
 */
enum Notifier {
    SCHOOL(1, .21),
    HEALTH(2, .196),
    POLICE(3, .125),
    DAY_CARE(4, .05),
    PLACEMENT_SITE(5, .02),
    ASSOCIATION(6, .03),
    ANONYMOUS(7, .08),
    OTHER(8, .06),
    OTHER_MUNICIPALITY(9, .04),
    SAME_MUNICIPALITY(10, .08),
    FAMILY(11, .109);

    /** Share of notifications by professionals. */
    static final double PROFESSIONAL_SHARE = .721;

    private final int code;
    private final double share;

    Notifier(int code, double share) {
        this.code = code;
        this.share = share;
    }

    /** Share of all notifications. */
    double share() {
        return share;
    }

    /** The code that feeds carry. */
    int code() {
        return code;
    }

    /** The group at this point of (0, 1) for a child of this age. */
    static Notifier at(int age, double point) {
        return NotifierMix.USUAL.at(age, point);
    }

    /** The group with this code. */
    static Notifier withCode(int code) {
        return values()[code - 1];
    }

    /** Whether it notifies out of a professional's duty (barnets lov § 133) or as another municipality (§ 132). */
    boolean isProfessional() {
        return switch (this) {
            case ASSOCIATION, ANONYMOUS, OTHER, FAMILY -> false;
            default -> true;
        };
    }

    /** Whether it is closed in July, so that few of its notifications fall there. */
    boolean closedInJuly() {
        return this == SCHOOL || this == DAY_CARE;
    }

    /** Weight by age before fitting: no school under 6, health heavier under 2, police heavier from 12. */
    double weight(int age) {
        return switch (this) {
            case SCHOOL -> age >= 6 ? 1 : 0;
            case HEALTH -> age < 2 ? 2.5 : 1;
            case POLICE -> age >= 12 ? 1.8 : 1;
            case DAY_CARE -> age >= 1 && age <= 9 ? 1 : 0;
            default -> 1;
        };
    }
}
