package dk.rettidig.guideline;

import java.util.Locale;

/** What can be missing. */
public enum GapKind {
    POINT_WITHOUT_GUIDELINE("Ingen gældende retningslinje dækker punktet", "No guideline in force covers the point"),
    REVIEW_OVERDUE("Revisionsdagen er passeret", "The review day has passed"),
    REVIEW_MISSING("Ingen revisionsdag", "No review day"),
    OWNER_MISSING("Ingen ejer", "No owner"),
    IMPROVEMENT_OVERDUE("Dagen for forbedring er passeret", "The day for improvement has passed"),
    IMPROVEMENT_MISSING("Delvist eller nej, og ingen dag for forbedring", "Partly or no, and no day for improvement"),
    REFERENCE_LAPSED(
            "Svaret viser hen til en retningslinje, der ikke gælder for punktet",
            "The answer refers to a guideline that does not hold for the point"),
    NEVER_CHECKED("Aldrig besvaret i selvtjekket", "Never answered in the self-check"),
    CHECK_OLD("Svaret i selvtjekket er for gammelt", "The answer in the self-check is too old");

    private final String danish;
    private final String english;

    GapKind(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String danish() {
        return danish;
    }

    /** The words on a page in English. */
    public String english() {
        return english;
    }
}
