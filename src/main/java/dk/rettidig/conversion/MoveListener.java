package dk.rettidig.conversion;

import dk.rettidig.access.Actor;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.time.Instant;

/**
 * Hears of children who moved to another municipality, in the transaction of the conversion and while its pairs are staged
 * ({@link dk.rettidig.pseudonym.PseudonymRows#PAIRS}): what it does holds or falls with the conversion.
 */
public interface MoveListener {

    /**
     * Children moved.
     *
     * @param vault who delivered the pairs
     * @param from the domain of the former pseudonyms
     * @param to the domain of the present ones, in the other municipality
     */
    void moved(Actor vault, PseudonymDomain from, PseudonymDomain to, Instant at);
}
