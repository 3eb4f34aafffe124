package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.SplitKey;
import java.util.List;

/**
 * Where a conversion leads, with its pinned key.
 *
 * @param holders in the order of those that are asked, each with the public key of its part of this domain's key
 */
public record Target(PseudonymDomain domain, Element publicKey, List<Holder> holders) {

    public Target {
        holders = List.copyOf(holders);
        if (holders.size() != 1 && holders.size() != SplitKey.NEEDED) {
            throw new IllegalArgumentException("a key is whole or has two holders who are asked");
        }
    }
}
