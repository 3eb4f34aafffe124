package dk.rettidig.feed.body;

/**
 * What a body held. Counts are of the delivery alone: nothing in them depends on scope or on what is stored.
 *
 * @param valid good rows, each key once
 * @param repeated rows that repeat an earlier row of the delivery exactly
 * @param quarantine the rows that stay out
 * @param wireBytes bytes on the wire
 * @param spilled whether repeats were found at the end, so that a sink has seen repeats and conflicts too
 */
public record Tally(long valid, long repeated, Quarantine quarantine, long wireBytes, boolean spilled) {

    /** All rows of the body. */
    public long rows() {
        return valid + repeated + quarantine.total();
    }
}
