package dk.rettidig.scope;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What sources with a domain of their own call the children (ADR 0116), as the holder of the vault delivered it. Each method
 * takes part in the caller's transaction, which holds or took the municipality's pseudonyms.
 */
public interface SourcePairs {

    /** One child, as its source calls it and as it is called here. {@code toString} hides both. */
    record Pair(Pseudonym atSource, Pseudonym here) {

        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    /** Whether two people approved a feed of this source. */
    boolean isSource(MunicipalityCode municipality, String source);

    /**
     * Keeps pairs, of children in scope or not, until {@link #erase}. What a source calls a child is one child's: of two pairs
     * with the same the later counts.
     */
    void keep(MunicipalityCode municipality, String source, List<Pair> pairs, Instant now);

    /** Whether every child in scope that has a pair is among these. */
    boolean covers(MunicipalityCode municipality, String source, Set<Pseudonym> here, Instant now);

    /** Forgets all pairs of a source, whose key was replaced. */
    void end(MunicipalityCode municipality, String source);

    /** Municipalities that have pairs. */
    List<MunicipalityCode> municipalities();

    /**
     * Erases the pairs that came before the moment, of children whose scope ended before it or never began.
     *
     * @return number of pairs erased
     */
    int erase(MunicipalityCode municipality, Instant before);
}
