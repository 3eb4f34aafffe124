package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Element;
import java.net.URI;

/**
 * An authority that is asked, and the key its answers must be proven for.
 *
 * @param holder 0 for a whole key, else the share's number, 1 to 3
 */
public record Holder(URI url, int holder, Element publicKey) {}
