package dk.rettidig.conversion;

import dk.rettidig.pseudonym.Pseudonym;

/** Two pseudonyms of one child. {@code toString} hides them. */
public record PseudonymPair(Pseudonym from, Pseudonym to) {

    /** The line of a delivery, with its line feed. */
    public String line() {
        return "{\"from\":\"" + from.text() + "\",\"to\":\"" + to.text() + "\"}\n";
    }

    @Override
    public String toString() {
        return "PseudonymPair[hidden]";
    }
}
