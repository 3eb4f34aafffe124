package dk.rettidig.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says of a child that no measure is on record of. */
public enum ClosingCode {
    /** Something should have been done and was not. It says so of the municipality, never of a person. */
    FAILURE("Svigt: kommunen skulle have gjort noget", "Failure: the municipality should have done something"),
    RESOLVED("Løst: der er ikke længere behov", "Resolved: there is no need any more"),
    PRIVATE_HELP("Privat hjælp", "Private help"),
    UNREGISTERED_EARLY_HELP("Tidlig hjælp, der ikke er registreret", "Early help that is not registered"),
    /** Says where to: the child is handed over, or somebody is to notify (BL § 132). */
    MOVED("Flyttet fra kommunen", "Moved away from the municipality"),
    /** Comes back when its time is over. */
    BEING_HANDLED("Er ved at blive behandlet; kommer tilbage på listen", "Being handled; comes back on the list");

    private final String danish;
    private final String english;

    ClosingCode(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words on a page. */
    public String danish() {
        return danish;
    }

    /** The words on a page in English. */
    public String english() {
        return english;
    }

    /** Parses the word. */
    public static Optional<ClosingCode> parse(String id) {
        return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
    }
}
