package dk.rettidig.web;

import java.util.Optional;

/** Tells the page shell who is looking. Implemented where identities are established; injected. */
@FunctionalInterface
public interface Visitors {

    /** The person who signed in; empty for the public. */
    Optional<Visitor> current();
}
