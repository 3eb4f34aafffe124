package dk.rettidig.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A provision that permits a processing: an entry of {@code policies/legal-bases.yaml}. Whether it is enough in law is for
 * people to answer; the service only refuses what no entry covers.
 *
 * @param enabled false when the entry is on file but must not switch anything on, with {@code reason}
 * @param maximumDays the longest a child may stay in scope under it, in days
 * @param municipalities codes it is limited to; empty means any
 * @param indicators ids of the indicators it covers
 * @param sourceKinds kinds of registry it lets deliver
 * @param syntheticOnly whether it covers nothing but data marked synthetic
 * @param confidence how the facts were established ({@code read}, {@code memory-low}, ...)
 * @param verification who verified the entry and when; without it the entry can only restrict
 */
public record LegalBasis(
        BasisId id,
        String danish,
        String english,
        String citation,
        Purpose purpose,
        Set<Phase> phases,
        String controller,
        ScopeKind scope,
        int maximumDays,
        Set<String> municipalities,
        Set<String> indicators,
        Set<String> sourceKinds,
        boolean syntheticOnly,
        boolean enabled,
        String reason,
        LocalDate inForceFrom,
        Optional<LocalDate> inForceTo,
        String confidence,
        Optional<Verification> verification) {

    public LegalBasis {
        phases = Set.copyOf(phases);
        municipalities = Set.copyOf(municipalities);
        indicators = Set.copyOf(indicators);
        sourceKinds = Set.copyOf(sourceKinds);
    }

    /** Whether the provision is in force on the day; both its first and its last day count. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom)
                && inForceTo.filter(last -> last.isBefore(day)).isEmpty();
    }

    /** Who verified an entry of the register, and when. */
    public record Verification(String by, LocalDate on) {}
}
