package dk.rettidig.store;

/**
 * The question for halts as it stands in statements that erase and in those that count what a halt keeps (ADR 0117). It is
 * answered by functions of the database that run with the rights of the tables' owner, while the statement runs; a statement that
 * cannot ask fails. Columns are qualified with their table.
 */
public final class Halting {

    private Halting() {}

    /** No halt holds for the child in the column. Takes one parameter, the municipality's number. */
    public static String unlessHalted(String pseudonym) {
        return unlessHalted(pseudonym, "?");
    }

    /**
     * The same for statements with named parameters.
     *
     * @param municipality what the statement calls the municipality's number
     */
    public static String unlessHalted(String pseudonym, String municipality) {
        return " and not " + kept("halted(" + municipality + ")", pseudonym);
    }

    /** No halt holds for the child whose look-up is in the column. Takes one parameter, the municipality's number. */
    public static String unlessLookupHalted(String lookup) {
        return " and not " + kept("halted_lookups(?)", lookup);
    }

    /** The ledger's entry in the column concerns no child for whom a halt holds. Takes no parameter. */
    public static String unlessEntryHalted(String append) {
        return " and not " + kept("halted_appends()", append);
    }

    /** The children for whom halts hold, as a select. Takes one parameter, the municipality's number. */
    public static String children() {
        return "select kept from halted(?) h(kept)";
    }

    /** The ledger's entries that concern a child for whom a halt holds, as a select. Takes no parameter. */
    public static String entries() {
        return "select kept from halted_appends() h(kept)";
    }

    /** A halt holds for the child. */
    public static String isHalted(String pseudonym, String municipality) {
        return kept("halted(" + municipality + ")", pseudonym);
    }

    /** A halt holds for the child whose look-up this is. */
    public static String isLookupHalted(String lookup, String municipality) {
        return kept("halted_lookups(" + municipality + ")", lookup);
    }

    /** A halt that holds names the case by its number. */
    public static String isCaseHalted(String reference, String municipality) {
        return kept("halted_references(" + municipality + ")", reference);
    }

    private static String kept(String halts, String column) {
        return "exists (select 1 from " + halts + " h(kept) where h.kept = " + column + ")";
    }
}
