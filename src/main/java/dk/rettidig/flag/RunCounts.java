package dk.rettidig.flag;

/**
 * What a run keeps of the children it did not flag: numbers.
 *
 * @param children all in the run: scored and abstained
 * @param scored of whom the model said something
 * @param abstained of whom too little was known
 * @param above scored above the threshold
 * @param flagged of those, flags raised
 */
public record RunCounts(long children, long scored, long abstained, long above, long flagged) {

    public RunCounts {
        if (children != scored + abstained || above > scored || flagged > above || flagged < 0 || abstained < 0) {
            throw new IllegalArgumentException("the counts of a run do not add up");
        }
    }

    /** Children above the threshold beyond what the team can read: reported, and nothing else is kept of them. */
    public long unmet() {
        return above - flagged;
    }
}
