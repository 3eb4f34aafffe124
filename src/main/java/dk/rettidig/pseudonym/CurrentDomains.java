package dk.rettidig.pseudonym;

/** In which domain, with which epoch, the installation keeps a municipality's pseudonyms now. */
public interface CurrentDomains {

    /** The use of the pseudonyms that scope, observations, runs and flags have. */
    String CHILD_SUPPORT = "child_support";

    /**
     * The domain of {@link #CHILD_SUPPORT}: epoch 1 until a rotation was delivered.
     *
     * @param municipality three digits
     */
    PseudonymDomain current(String municipality);
}
