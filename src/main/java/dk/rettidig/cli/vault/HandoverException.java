package dk.rettidig.cli.vault;

import java.util.List;

/** Pairs were not taken, or may not be sent. Carries words and codes, nothing of what is in the vault. */
public final class HandoverException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> lines;

    /**
     * Why.
     *
     * @param code the service's own, or ours
     * @param lines for people, Danish and English
     */
    HandoverException(String code, List<String> lines) {
        super(code);
        this.code = code;
        this.lines = List.copyOf(lines);
    }

    /** The authority calls a child otherwise than the vault does: another key, or another domain. */
    static HandoverException otherPseudonym() {
        return new HandoverException(
                "vault_pseudonym_differs",
                List.of(
                        "Myndighedens svar giver et andet pseudonym end arkivets. Intet er sendt eller ændret. Er --domain og"
                                + " --public-key dem, arkivet blev fyldt med?",
                        "The authority's answer gives another pseudonym than the vault's. Nothing was sent or changed. Are"
                                + " --domain and --public-key those the vault was filled with?"));
    }

    /** Merges that were decided would be lost with the old pseudonyms. */
    static HandoverException mergesOutstanding() {
        return new HandoverException(
                "vault_merges_outstanding",
                List.of(
                        "Arkivet har sammenlægninger, som tjenesten ikke har fået. Send dem først: vault merge --outstanding."
                                + " Intet er sendt eller ændret.",
                        "The vault has merges that the service was not told of. Send them first: vault merge --outstanding."
                                + " Nothing was sent or changed."));
    }

    /** The child is not in the vault. */
    static HandoverException notThere() {
        return new HandoverException(
                "vault_child_unknown",
                List.of(
                        "Barnet er ikke i arkivet i dette domæne. Intet er sendt.",
                        "The child is not in the vault in this domain. Nothing was sent."));
    }

    /** The service's own code, or ours. */
    public String code() {
        return code;
    }

    /** For people, Danish and English. */
    public List<String> lines() {
        return lines;
    }
}
