package dk.rettidig.pseudonym;

import java.time.Instant;

/**
 * Who keeps a municipality's pseudonyms as they are, and who changes them. Whatever reads pseudonyms and will write them later
 * begins by holding them; a conversion takes them, and gets them only when nobody does. Called inside a transaction, for which
 * it counts.
 */
public interface Epochs {

    /** The current domain of {@link CurrentDomains#CHILD_SUPPORT}; waits for a conversion that is under way. */
    PseudonymDomain hold(String municipality);

    /** Takes the municipality's pseudonyms for a conversion; false when somebody holds them, after a few seconds of waiting. */
    boolean take(String municipality);

    /** Makes a domain the current one of its municipality, or of its source there, to whoever took the pseudonyms. */
    void begin(PseudonymDomain next, Instant since);
}
