package dk.rettidig.cli.pseudonymise;

import dk.rettidig.pseudonym.CprNumber;

/** Why a record stays out: a stable code and words in Danish and English. */
enum RowProblem {
    CPR_EMPTY("feltet med CPR-nummer er tomt", "the CPR field is empty"),
    CPR_LEADING_ZERO_LOST(
            "ni cifre: et regneark har nok fjernet det første nul – gem kolonnen som tekst",
            "nine digits: a spreadsheet probably took the leading zero – save the column as text"),
    CPR_LETTERS(
            "bogstaver i de sidste fire tegn: et lokalt erstatningsnummer, ikke et CPR-nummer",
            "letters in the last four characters: a local replacement number, no CPR number"),
    CPR_NOT_TEN_DIGITS("ikke ti cifre (ddmmåå-xxxx)", "not ten digits (ddmmyy-xxxx)"),
    CPR_NO_SUCH_DATE("datoen findes ikke", "there is no such date"),
    CPR_NOT_TEXT(
            "nummeret står som tal – skriv det som tekst, ellers mistes nuller",
            "the number is written as a number – write it as text, or zeros are lost"),
    CPR_MISSING("feltet med CPR-nummer mangler", "the CPR member is missing"),
    CPR_TWICE("feltet med CPR-nummer står to gange", "the CPR member is there twice"),
    CPR_UNDECIDED(
            "nummeret er ikke i befolkningsudtrækket, men ligner et, der er – afgør det i arbejdslisten",
            "the number is not in the population, but near one that is – decide in the worklist"),
    FIELD_COUNT("antal felter er et andet end overskriftens", "another number of fields than the header has"),
    JSON_MALFORMED("ikke et JSON-objekt", "not a JSON object"),
    PSEUDONYM_PRESENT("der er allerede et felt, som hedder pseudonym", "there is a member named pseudonym already");

    private final String danish;
    private final String english;

    RowProblem(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    static RowProblem of(CprNumber.Defect defect) {
        return switch (defect) {
            case EMPTY -> CPR_EMPTY;
            case LEADING_ZERO_LOST -> CPR_LEADING_ZERO_LOST;
            case LETTERS -> CPR_LETTERS;
            case NOT_TEN_DIGITS -> CPR_NOT_TEN_DIGITS;
            case NO_SUCH_DATE -> CPR_NO_SUCH_DATE;
        };
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String danish() {
        return danish;
    }

    String english() {
        return english;
    }
}
