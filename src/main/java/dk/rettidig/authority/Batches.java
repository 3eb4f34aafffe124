package dk.rettidig.authority;

import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyId;
import java.time.Instant;
import java.time.LocalDate;

/** What was asked: used requests and each day's number of elements, never an element. Called inside a transaction. */
public interface Batches {

    /** Uses a request's id, given by its digest, up; false when it was used before. */
    boolean use(KeyId client, String idDigest, Instant at);

    /**
     * Takes elements from the day's quota.
     *
     * @param quota most elements of the day
     * @return false when that many are not left; nothing is taken then
     */
    boolean take(KeyId client, PseudonymDomain domain, LocalDate day, int elements, int quota);

    /** Elements taken on the day. */
    long taken(KeyId client, PseudonymDomain domain, LocalDate day);
}
