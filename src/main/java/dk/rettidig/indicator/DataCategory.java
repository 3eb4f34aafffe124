package dk.rettidig.indicator;

/** What kind of data an indicator is in law (LAW.md section 5.1 of the design; GDPR art. 9 and 10). */
public enum DataCategory {
    /** Ordinary personal data. */
    ORDINARY("ordinary"),
    /** Ordinary but confidential: purely private matters. */
    CONFIDENTIAL("confidential"),
    /** Special category data, GDPR art. 9. */
    SPECIAL("special"),
    /** Criminal convictions and offences, GDPR art. 10, databeskyttelsesloven § 8. */
    CRIMINAL("criminal");

    private final String id;

    DataCategory(String id) {
        this.id = id;
    }

    /** The word in policies and entries. */
    public String id() {
        return id;
    }
}
