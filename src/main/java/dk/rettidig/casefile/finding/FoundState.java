package dk.rettidig.casefile.finding;

import dk.rettidig.web.Language;
import java.util.Arrays;

/** How the record stands to one demand; of two findings about the same demand the later of these counts. */
public enum FoundState {
    MET("met", "Registreret i tide", "On record in time"),
    LATE("late", "Registreret, men ikke i tide", "On record, but not in time"),
    OPEN("open", "Ikke registreret endnu", "Not on record yet"),
    UNDECIDABLE("undecidable", "Kan ikke afgøres: en dato mangler", "Cannot be told: a date is missing"),
    BREACHED("breached", "Ikke registreret i tide", "Not on record in time"),
    DISORDER("disorder", "Datoer i uorden", "Dates out of order");

    private final String id;
    private final String danish;
    private final String english;

    FoundState(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in rows, entries and answers. */
    public String id() {
        return id;
    }

    /** The words on a page. */
    public String text(Language language) {
        return language.choose(danish, english);
    }

    /** The state with this word. */
    public static FoundState of(String id) {
        return Arrays.stream(values())
                .filter(state -> state.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state is called " + id));
    }
}
