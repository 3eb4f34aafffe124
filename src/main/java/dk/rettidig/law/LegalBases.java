package dk.rettidig.law;

import java.util.List;
import java.util.Optional;

/** The register of legal bases in force in this installation. Injected; immutable. */
public interface LegalBases {

    /** The basis with this id. */
    Optional<LegalBasis> find(BasisId id);

    /** All bases by id. */
    List<LegalBasis> all();

    /** The digest of the policy set that the register was read from. */
    PolicyDigest digest();
}
