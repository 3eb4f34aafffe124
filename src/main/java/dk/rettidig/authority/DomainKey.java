package dk.rettidig.authority;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.PseudonymDomain;

/**
 * A key that this authority holds.
 *
 * @param holder 0 for a whole key, 1 to 3 for a share of one
 * @param whole the domain's published key; of a share it is not the key's own
 */
public record DomainKey(PseudonymDomain domain, int holder, OprfKey key, Element whole) {

    /** What evaluations are proven for. */
    public Element publicKey() {
        return key.publicKey();
    }
}
