package dk.rettidig.pseudonym;

import java.time.Instant;

/**
 * Rows of a feature that name children by pseudonym, as a conversion changes them: in the caller's transaction, which took the
 * pseudonyms ({@link Epochs}) and holds the pairs in the temporary table {@value #PAIRS} with the columns {@code former}, {@code
 * present} (both bytea) and {@code known}. A pair that changes a row is marked {@code known}.
 */
public interface PseudonymRows {

    /** The temporary table. */
    String PAIRS = "conversion_pair";

    /** Whether something read pseudonyms, will write them, and has not ended: nothing may be converted meanwhile. */
    default boolean isUnderWay(String municipality) {
        return false;
    }

    /** Whether every child that the feature still needs has a pair. */
    default boolean isCovered(String municipality, Instant now) {
        return true;
    }

    /** Makes rows of each former pseudonym rows of the present one; where the present one has the same row, that one stays. */
    default void convert(String municipality) {}

    /** Ends whatever keeps the children of the former pseudonyms in scope, from now on. */
    default void leave(String municipality, Instant now) {}
}
