package dk.rettidig.indicator;

/** Whether an indicator may be used at all. */
public enum Availability {
    /** May be used under a legal basis that names it. */
    OPEN("open"),
    /** Switched off until a necessity record says which help it serves. */
    DISABLED("disabled"),
    /** Refused: health, dental, psychiatric and criminal data. */
    BLOCKED("blocked"),
    /** Refused with no switch: ethnicity, religion, nationality, language, area, address. */
    FORBIDDEN("forbidden");

    private final String id;

    Availability(String id) {
        this.id = id;
    }

    /** The word in policies and entries. */
    public String id() {
        return id;
    }
}
