package dk.rettidig.oversight;

import dk.rettidig.fault.ErrorCode;

/** What can be wrong with a look into the record. */
public enum OversightErrorCode implements ErrorCode {
    QUERY_MALFORMED(
            "ledger_query_malformed",
            422,
            "Søgningen kan ikke læses: dage skrives som 2026-11-22, tekster har højst 200 tegn, og fra ligger ikke efter til.",
            "The query cannot be read: days are written as 2026-11-22, texts have at most 200 characters, and from is not after to."),
    DOCUMENTS_UNAVAILABLE(
            "documents_unavailable",
            503,
            "Dokumenterne kan ikke laves, fordi modellen ikke må bruges. Se driftens log, og læg den underskrevne model på plads.",
            "The documents cannot be made because the model may not be used. See the operator's log and put the signed model in place."),
    PERSON_INPUT_INVALID(
            "person_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges; errors siger hvilke felter. Intet er sket.",
            "Something is missing or cannot be used; errors says which fields. Nothing has happened."),
    PSEUDONYM_INVALID(
            "person_pseudonym_invalid",
            422,
            "Pseudonymet har præcis 43 tegn (bogstaver, cifre, - og _), som kommunens pseudonymarkiv viser det. Skriv aldrig et CPR-nummer her.",
            "The pseudonym has exactly 43 characters (letters, digits, - and _), as the municipality's vault shows it. Never write a CPR number here."),
    CHOICE_UNKNOWN(
            "person_choice_unknown",
            422,
            "Vælg en af mulighederne på listen.",
            "Choose one of the options in the list."),
    LAST_DAY_INVALID(
            "halt_last_day_invalid",
            422,
            "Den sidste dag er i dag eller senere og skrives som 2026-11-22; lad feltet stå tomt, hvis standsningen gælder, til nogen ophæver den.",
            "The last day is today or later, written as 2026-11-22; leave it empty when the halt holds until somebody lifts it."),
    HALT_STANDS(
            "halt_stands",
            409,
            "Der er allerede et slettestop af denne slags for barnet i denne sag, og det gælder stadig.",
            "There is a halt of this kind for the child in this case already, and it still stands."),
    HALT_ENDED("halt_ended", 409, "Slettestoppet er allerede ophævet.", "The halt has been lifted already."),
    EXTRACT_UNDECIDED(
            "extract_undecided",
            409,
            "Der er indførsler, som ingen har taget stilling til: vælg for hver af dem, om den udleveres eller holdes tilbage. Intet er frigivet.",
            "There are entries that nobody has decided on: choose for each whether it is given out or withheld. Nothing has been released."),
    EXTRACT_RELEASED(
            "extract_released",
            409,
            "Udskriften er frigivet og kan ikke ændres. Forbered en ny, hvis noget mangler.",
            "The extract has been released and cannot be changed. Prepare a new one if something is missing."),
    EXTRACT_NOT_RELEASED(
            "extract_not_released",
            409,
            "Udskriften er ikke frigivet: tag stilling til hver indførsel, og frigiv den.",
            "The extract has not been released: decide on every entry and release it."),
    ERASURE_REQUESTED(
            "erasure_requested",
            409,
            "Der er allerede en anmodning om sletning for barnet, som venter på en afgørelse.",
            "There is a request for erasure for the child already, which waits for a decision."),
    ERASURE_DECIDED(
            "erasure_decided",
            409,
            "Anmodningen er allerede afgjort. Registrér en ny, hvis noget er nyt.",
            "The request has been decided already. File a new one if something is new."),
    ERASURE_HALTED(
            "erasure_halted",
            409,
            "Der gælder et slettestop for barnet: afgør indsigten, indsigelsen eller klagen, og ophæv slettestoppet først. Intet er slettet.",
            "A halt is in force for the child: deal with the access request, objection or complaint and lift the halt first. Nothing has been erased."),
    ERASURE_DUTY_RUNS(
            "erasure_duty_runs",
            409,
            "Der er en underretning eller en overdragelse om barnet, som ikke er afsluttet, og kommunens frist løber: gør den færdig først. Intet er slettet.",
            "There is a notification or a handover about the child that is not done, and the municipality's deadline runs: finish it first. Nothing has been erased."),
    ERASURE_UNDER_WAY(
            "erasure_under_way",
            409,
            "En leverance, en beregning eller en ombytning af pseudonymer er i gang i kommunen: prøv igen om lidt. Intet er slettet.",
            "A delivery, a run or a conversion of pseudonyms is under way in the municipality: try again in a moment. Nothing has been erased.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    OversightErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
