package dk.rettidig.scope;

/** A number that must not be known exactly: powers of ten. */
public enum Band {
    NONE("0", 0),
    ONES("1-9", 9),
    TENS("10-99", 99),
    HUNDREDS("100-999", 999),
    THOUSANDS("1000-9999", 9_999),
    MORE("10000+", Long.MAX_VALUE);

    private final String label;
    private final long most;

    Band(String label, long most) {
        this.label = label;
        this.most = most;
    }

    /** The band of a number that is not negative. */
    public static Band of(long number) {
        for (Band band : values()) {
            if (number <= band.most) {
                return band;
            }
        }
        return MORE;
    }

    /** The band in columns, entries and answers. */
    public String label() {
        return label;
    }
}
