package dk.rettidig.law;

import java.time.Instant;

/** Rows whose planned deletion a feature carries out itself when it is asked to. */
public interface Retained {

    /** The class in {@code policies/retention.yaml}. */
    String retentionClass();

    /**
     * Erases what was due before the moment and records it.
     *
     * @return number of rows erased
     */
    int eraseDue(Instant now);
}
