package dk.rettidig.casefile.supervision;

import dk.rettidig.text.JournalNumber;

/**
 * The number of a case in the municipality's case system, without blanks around it. {@code toString} hides it.
 *
 * @param value 3 to 40 letters, digits, points, slashes and hyphens; nothing that could be a CPR number
 */
public record CaseReference(String value) implements Comparable<CaseReference> {

    public CaseReference {
        value = new JournalNumber(value.strip()).value();
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "CaseReference[hidden]";
    }
}
