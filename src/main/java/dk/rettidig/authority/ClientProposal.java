package dk.rettidig.authority;

import java.util.List;

/** A client as a person proposes it: text from outside, checked by {@link ClientDesk}. */
public record ClientProposal(
        String client, String publicKey, List<String> domains, List<String> conversions, int population) {

    public ClientProposal {
        domains = List.copyOf(domains);
        conversions = List.copyOf(conversions);
    }
}
