package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.Pseudonym;

/** What one input is called in two domains, both proven. {@code toString} hides it. */
public record TwoPseudonyms(Pseudonym from, Pseudonym to) {

    @Override
    public String toString() {
        return "TwoPseudonyms[hidden]";
    }
}
