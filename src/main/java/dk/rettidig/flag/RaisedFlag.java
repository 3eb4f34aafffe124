package dk.rettidig.flag;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A flag as a run raises it: the facts it rests on, and apart from them its strength.
 *
 * @param deadline when it expires unless somebody opens it
 * @param nonce opens the child's ticket of the lot, when there was one
 * @param salt of the commitment to the values in the flag's entry
 */
public record RaisedFlag(
        FlagId id,
        Pseudonym pseudonym,
        Instant deadline,
        List<FlagFacts.Fact> facts,
        List<IndicatorId> missing,
        List<IndicatorId> retracted,
        List<IndicatorId> stale,
        FlagStrength strength,
        Optional<Hash> nonce,
        Hash salt) {

    public RaisedFlag {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
        retracted = List.copyOf(retracted);
        stale = List.copyOf(stale);
    }

    @Override
    public String toString() {
        return "RaisedFlag[" + id + "]";
    }
}
