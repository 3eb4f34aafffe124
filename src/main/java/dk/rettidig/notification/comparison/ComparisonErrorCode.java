package dk.rettidig.notification.comparison;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong with figures that municipalities are compared by. */
public enum ComparisonErrorCode implements ErrorCode {
    INPUT_INVALID(
            "comparison_input_invalid",
            422,
            "Noget mangler eller kan ikke bruges. Felterne og linjerne står i errors.",
            "Something is missing or cannot be used. The fields and lines stand in errors."),
    YEAR_INVALID(
            "comparison_year_invalid",
            422,
            "Skriv et år, der er slut: 2000 eller senere.",
            "Write a year that is over: 2000 or later."),
    SOURCE_INVALID(
            "comparison_source_invalid",
            422,
            "Skriv, hvor tallene er offentliggjort: 10 til 200 tegn, uden cpr-numre.",
            "Write where the figures were published: 10 to 200 characters, without CPR numbers."),
    FIGURES_UNREADABLE(
            "comparison_figures_unreadable",
            422,
            "Tallene skal være CSV med overskriften municipality,notifications,children og eventuelt compared_as.",
            "The figures have to be CSV with the heading municipality,notifications,children and optionally compared_as."),
    MUNICIPALITY_UNKNOWN(
            "comparison_municipality_unknown",
            422,
            "Der er ingen kommune med den kode.",
            "There is no municipality with this code."),
    MUNICIPALITY_TWICE(
            "comparison_municipality_twice",
            422,
            "Kommunen står der allerede. Fjern den ene linje.",
            "The municipality stands there already. Remove one of the lines."),
    NUMBER_INVALID(
            "comparison_number_invalid",
            422,
            "Skriv hele tal: mindst 1 barn, og højst 25 underretninger for hvert barn.",
            "Write whole numbers: at least 1 child, and at most 25 notifications for each child."),
    COMPARED_AS_UNKNOWN(
            "comparison_compared_as_unknown",
            422,
            "Skriv neighbour, similar, both eller ingenting.",
            "Write neighbour, similar, both or nothing."),
    OWN_MISSING(
            "comparison_own_missing",
            422,
            "Jeres egen kommune skal stå i tallene, og mindst én anden.",
            "Your own municipality has to stand in the figures, and at least one other.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ComparisonErrorCode(String code, int status, String danish, String english) {
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
