package dk.rettidig.pseudonym;

import java.util.Optional;

/** In which domain, with which epoch, the installation keeps a municipality's pseudonyms now. */
public interface CurrentDomains {

    /** The use of the pseudonyms that scope, observations, runs and flags have. */
    String CHILD_SUPPORT = "child_support";

    /**
     * The domain of {@link #CHILD_SUPPORT}: epoch 1 until a rotation was delivered.
     *
     * @param municipality three digits
     */
    default PseudonymDomain current(String municipality) {
        return current(municipality, Optional.empty());
    }

    /**
     * The same of a source: in which domain it delivers now. Epoch 1 until pairs of the next one were delivered.
     *
     * @param source of a source with a domain of its own, as in its feed agreement
     */
    PseudonymDomain current(String municipality, Optional<String> source);
}
