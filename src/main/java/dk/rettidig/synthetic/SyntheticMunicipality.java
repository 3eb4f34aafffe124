package dk.rettidig.synthetic;

/**
 * A municipality of the synthetic population.
 *
 * @param code three digits, 101 to 860, or 999, which no real municipality has
 * @param children number of children aged 0 to 17, at least 0
 */
public record SyntheticMunicipality(int code, String name, int children) {

    /** The code of the municipality that exists only here. */
    public static final int INVENTED = 999;

    /** The most children a municipality may have here: the whole country nine times over. */
    public static final int MOST_CHILDREN = 9_999_999;

    public SyntheticMunicipality {
        if (code < 100 || code > INVENTED) {
            throw new SyntheticFault(SyntheticErrorCode.UNKNOWN_MUNICIPALITY);
        }
        if (children < 0 || children > MOST_CHILDREN) {
            throw new SyntheticFault(SyntheticErrorCode.CHILDREN_OUT_OF_RANGE);
        }
    }

    /** The invented municipality with this many children. */
    public static SyntheticMunicipality invented(int children) {
        return new SyntheticMunicipality(INVENTED, "Syntetisk Kommune", children);
    }

    /** The same municipality with another number of children. */
    public SyntheticMunicipality withChildren(int number) {
        return new SyntheticMunicipality(code, name, number);
    }
}
