package dk.rettidig.monitoring;

import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import java.time.Instant;
import java.util.List;

/**
 * A flag that a withdrawn model raised, and what became of it. Whose it is is not in it.
 *
 * @param state the word of its {@link dk.rettidig.flag.FlagState}
 * @param since when it came to that state
 * @param erased whether its facts are erased
 * @param acts what people and the service did with it, as the ledger has it, in its order
 */
public record ModelFlag(
        FlagId id, RunId run, Instant raisedAt, String state, Instant since, boolean erased, List<Act> acts) {

    public ModelFlag {
        acts = List.copyOf(acts);
    }

    /** The same flag with what was done. */
    ModelFlag with(List<Act> done) {
        return new ModelFlag(id, run, raisedAt, state, since, erased, done);
    }

    /**
     * One entry that names the flag.
     *
     * @param type of the entry
     * @param handle under which the ledger knows whoever did it; a person's changes each year
     * @param role the word of the task
     * @param detail the kind of the outcome; empty otherwise
     */
    public record Act(Instant at, String type, String handle, String role, String detail) {}
}
