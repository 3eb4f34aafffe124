package dk.rettidig.casefile.finding;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.casefile.finding.CaseFiles.Holding;
import dk.rettidig.law.BasisId;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings on file. Each method takes part in the caller's transaction. */
public interface CaseFindings {

    /** A finding on file. */
    record Stored(
            long number,
            Found found,
            String policy,
            LocalDate firstSeen,
            Optional<LocalDate> resolvedOn,
            Optional<Resolution> resolvedBy) {}

    /** A case with findings. */
    record Case(CaseId id, Pseudonym child, BasisId basis, Optional<Integer> unit, LocalDate checkedOn) {

        @Override
        public String toString() {
            return "Case[" + id + "]";
        }
    }

    /** A case and its findings. */
    record CaseWith(Case of, List<Stored> findings) {

        public CaseWith {
            findings = List.copyOf(findings);
        }
    }

    /** One line of the list: nothing that identifies the child. */
    record Listing(CaseId id, Optional<Integer> unit, Stored finding) {}

    /** A place in the list, after which the next page begins; what has no last day comes last. */
    record Place(Optional<LocalDate> due, long number) {}

    /** What of the list is wanted; empty for all. */
    record Filter(Optional<String> rule, Optional<Integer> unit) {

        /** Everything. */
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
    }

    /** The newest findings about each demand of the municipality's cases under a basis. */
    Map<Pseudonym, CaseWith> known(Holding holding);

    /** Files the changes of a check. */
    void change(Holding holding, CaseChanges changes);

    /** What is missing, earliest last day first. */
    List<Listing> list(MunicipalityCode municipality, Filter filter, Optional<Place> after, int limit);

    /** One case with everything that is on file, newest demand last. */
    Optional<CaseWith> find(MunicipalityCode municipality, CaseId id);

    /** What is on file about a child; under each basis a case of its own. The caller has asked the gate. */
    List<CaseWith> ofChild(MunicipalityCode municipality, Pseudonym child);

    /** All cases with their findings. */
    List<CaseWith> all(MunicipalityCode municipality);

    /** Municipalities that have findings. */
    List<MunicipalityCode> municipalities();

    /** Erases what was resolved, or no more checked, before the day, unless a halt keeps it; returns how many findings. */
    int erase(MunicipalityCode municipality, LocalDate before);
}
