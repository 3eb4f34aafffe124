package dk.rettidig.web;

import dk.rettidig.fault.Fault;
import java.util.Optional;

/** Where a request that could not be read is decided upon all the same, before a word is said about what is wrong with it. */
public interface UnreadRequests {

    /** Decides and records; the refusal that must be answered instead, when it is one. */
    Optional<Fault> refusal();
}
