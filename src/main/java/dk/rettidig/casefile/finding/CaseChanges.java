package dk.rettidig.casefile.finding;

import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a check changes. What is not resolved and belongs to a case that the check did not see is resolved as having left scope,
 * unless somebody objected for the child.
 *
 * @param day the Danish day of the check
 * @param policy the digest of the policy set that it used
 */
public record CaseChanges(
        LocalDate day,
        String policy,
        List<Seen> seen,
        List<Added> added,
        List<Altered> altered,
        List<Resolved> resolved) {

    public CaseChanges {
        seen = List.copyOf(seen);
        added = List.copyOf(added);
        altered = List.copyOf(altered);
        resolved = List.copyOf(resolved);
    }

    /**
     * A case that has findings on file, or gets its first.
     *
     * @param fresh whether it is not on file yet
     */
    public record Seen(CaseId id, Pseudonym child, Optional<Integer> unit, boolean fresh) {

        @Override
        public String toString() {
            return "Seen[" + id + "]";
        }
    }

    /** A finding that is new; one that is late already when first seen needs nobody. */
    public record Added(CaseId id, Found found) {}

    /** A finding that stands otherwise than at the check before. */
    public record Altered(long number, Found found) {}

    /** A finding of which nothing is missing any more. */
    public record Resolved(long number, FoundState state, Resolution by, Optional<LocalDate> done) {}
}
