package dk.rettidig.conversion;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.Instant;
import java.util.List;

/**
 * What a child was called before conversions: the leaves of earlier runs are made of that name. Kept as long as those leaves can
 * be proven at all, sealed under a key outside the database.
 */
public interface FormerPseudonyms {

    /** A name of before. */
    record Former(PseudonymDomain domain, Pseudonym pseudonym, Instant until) {}

    /** The child's former pseudonyms, latest first; none for a child that is not known. */
    List<Former> of(MunicipalityCode municipality, Pseudonym present);
}
