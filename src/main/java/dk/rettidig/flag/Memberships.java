package dk.rettidig.flag;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;

/** In which runs a child was, for as long as their salt is kept. What the run made of the child is not told. */
public interface Memberships {

    /**
     * The finished runs that a child was in, oldest first.
     *
     * @param names the child's pseudonyms, of today and of before
     */
    List<Member> of(MunicipalityCode municipality, List<Pseudonym> names);

    /** A run that the child was in, and when it ended. */
    record Member(Run run, Instant at) {}
}
